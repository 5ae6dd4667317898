import type { PanelTexts } from "./overview";
import { COMPLIANCE } from "./overview";
import { OPEN, TIME } from "./phrases";

export const LEAGUE = {
  ranking: {
    title: { vi: "Xếp hạng theo 90 ngày qua", en: "Ranking by the last 90 days" },
    shows: { vi: "Mỗi nhà cung cấp một dòng; hạng 1 là tốt nhất. Dưới số mục tối thiểu của hệ thống thì không có hạng; n dưới 20 thì không có tỷ lệ. Bấm vào mã để mở trang chi tiết.", en: "One row per provider; position 1 is best. Under the minimum of the job there is no position; with n under 20 there is no ratio. Click the id for the detail." },
    formula: { vi: "`compliance_90d` = `on_time_90d` ÷ `due_90d`; `league_position` xếp theo tỷ lệ này; `burn_28d` = (`late_28d` ÷ `due_28d`) ÷ 5 %, trên 1 là vượt mức cho phép (5 % và số mục tối thiểu là cấu hình mặc định của hệ thống).", en: "`compliance_90d` = `on_time_90d` ÷ `due_90d`; `league_position` orders by it; `burn_28d` = (`late_28d` ÷ `due_28d`) ÷ 5 %, above 1 is over budget (5 % and the minimum are the defaults of the job)." },
    numerator: { vi: "mục gỡ đúng hạn trong 90 ngày qua.", en: "cases removed on time in the last 90 days." },
    denominator: { vi: "mục có hạn chót trong 90 ngày qua (n).", en: "cases due in the last 90 days (n)." },
    time: TIME.state,
    open: OPEN.inDenominator,
  },
  cohorts: {
    title: { vi: "Tuân thủ và tốc độ theo kỳ", en: "Compliance and speed by period" },
    shows: { vi: "Mỗi kỳ và mỗi nhà cung cấp một dòng, trong khoảng thời gian đang chọn.", en: "One row per period and provider in the chosen time range." },
    ...COMPLIANCE,
    time: TIME.cohort,
    open: OPEN.inDenominator,
    notes: [
      { vi: "Chỉ gồm dòng chắc chắn có từ 20 mục đến hạn; các dòng còn lại ở bảng dưới.", en: "Only rows certain to have 20 due cases; the others are in the table below." },
      { vi: "Trung vị theo Kaplan–Meier, “chưa đạt” khi chưa đủ mục được gỡ.", en: "The median is that of Kaplan–Meier, “not reached” when too few are removed." },
    ],
  },
  few: {
    title: { vi: "Quá ít để đánh giá theo kỳ", en: "Too few to judge, by period" },
    shows: { vi: "Các dòng không chắc có đủ 20 mục đến hạn: chỉ có số đếm, không có tỷ lệ.", en: "Rows not certain to have 20 due cases: counts alone and no ratios." },
    formula: { vi: "số mục theo kết luận của từng kỳ.", en: "cases by verdict of every period." },
    time: TIME.cohort,
    open: OPEN.counted,
  },
  curve: {
    title: { vi: "Mức thấp của từng nhà cung cấp theo kỳ", en: "Low compliance of every provider by period" },
    shows: { vi: "Diễn biến của từng nhà cung cấp; đường ngang là mục tiêu 95 %. Số mục n của từng điểm ở bảng theo kỳ.", en: "How every provider moves; the line across is the target of 95 %. The number n of a point is in the table by period." },
    ...COMPLIANCE,
    time: TIME.cohort,
    open: OPEN.inDenominator,
    notes: [{ vi: "Chỉ gồm điểm chắc chắn có từ 20 mục đến hạn.", en: "Only points certain to have 20 due cases." }],
  },
} as const satisfies PanelTexts;
