import type { Text } from "./language";
import type { PanelText, PanelTexts } from "./overview";
import { COMPLIANCE } from "./overview";
import { OPEN, TIME } from "./phrases";

const BEFORE: Text = { vi: "năm trước", en: "year before" };
const CHOSEN: Text = { vi: "năm đã chọn", en: "chosen year" };

/** The same panel for the chosen year and for the one before. */
function twice(text: PanelText): { readonly chosen: PanelText; readonly before: PanelText } {
  const titled = (suffix: Text): PanelText => ({
    ...text,
    title: { vi: `${text.title.vi}, ${suffix.vi}`, en: `${text.title.en}, ${suffix.en}` },
  });
  return { chosen: titled(CHOSEN), before: titled(BEFORE) };
}

export const YEARLY_TWICE = {
  compliance: twice({
    title: { vi: "Tuân thủ", en: "Compliance" },
    shows: { vi: "Các mục ban hành trong năm, theo kết luận tại thời điểm số liệu.", en: "The cases issued in the year, by their verdict as of the data." },
    ...COMPLIANCE,
    time: TIME.year,
    open: OPEN.inDenominator,
    notes: [{ vi: "Ẩn khi n dưới 20.", en: "Hidden while n is under 20." }],
  }),
  counts: twice({
    title: { vi: "Số mục", en: "Cases" },
    shows: { vi: "Số mục ban hành, hợp lệ, đã gỡ, tự khai, khai sai và xuất hiện lại.", en: "Cases issued, eligible, removed, claimed, claimed falsely and reinstated." },
    formula: { vi: "`issued`, `eligible`, `removed`, `claimed`, `false_claims`, `reinstated`, `recidivism_strict`, `recidivism_loose`.", en: "`issued`, `eligible`, `removed`, `claimed`, `false_claims`, `reinstated`, `recidivism_strict`, `recidivism_loose`." },
    time: TIME.year,
    open: OPEN.counted,
  }),
  speed: twice({
    title: { vi: "Thời gian gỡ bỏ", en: "Time to removal" },
    shows: { vi: "Kaplan–Meier bên cạnh số chỉ tính mục đã gỡ.", en: "Kaplan–Meier beside the figures of removed cases alone." },
    formula: { vi: "`km_median_ms`, `km_p90_ms`, `ttr_ms_p50`, `ttr_ms_p90`.", en: "`km_median_ms`, `km_p90_ms`, `ttr_ms_p50`, `ttr_ms_p90`." },
    time: TIME.year,
    open: OPEN.censored,
  }),
  bands: twice({
    title: { vi: "Đã gỡ trong vòng …", en: "Removed within …" },
    shows: { vi: "Số mục đã gỡ cộng dồn theo từng mốc, so với số mục hợp lệ.", en: "Removed cases, accumulated by bound, beside the eligible ones." },
    formula: { vi: "`within_1h` … `within_28d`; thanh cuối là `eligible`.", en: "`within_1h` … `within_28d`; the last bar is `eligible`." },
    time: TIME.year,
    open: OPEN.inBand,
  }),
} as const;

export const YEARLY = {
  months: {
    title: { vi: "Theo tháng ban hành", en: "By month of issue" },
    shows: { vi: "Mỗi tháng của năm đã chọn một dòng.", en: "One row per month of the chosen year." },
    ...COMPLIANCE,
    time: TIME.year,
    open: OPEN.inDenominator,
    notes: [{ vi: "Tháng không chắc có 20 mục đến hạn thì không có tỷ lệ.", en: "Months not certain to have 20 due cases have no ratio." }],
  },
  providers: {
    title: { vi: "Nhà cung cấp, so với năm trước", en: "Providers, beside the year before" },
    shows: { vi: "Mỗi nhà cung cấp một dòng; tỷ lệ và trung vị chỉ có khi chắc chắn có từ 20 mục đến hạn trong năm đó.", en: "One row per provider; ratios and medians only where 20 due cases of that year are certain." },
    ...COMPLIANCE,
    time: TIME.year,
    open: OPEN.inDenominator,
  },
  categories: {
    title: { vi: "Theo loại nội dung và kết luận", en: "By category and verdict" },
    shows: { vi: "Số mục của năm đã chọn.", en: "Cases of the chosen year." },
    formula: { vi: "số mục theo `category` và `verdict`.", en: "number of cases by `category` and `verdict`." },
    time: TIME.yearOfIssue,
    open: OPEN.counted,
  },
  types: {
    title: { vi: "Theo loại nhà cung cấp, phạm vi và kết luận", en: "By provider type, jurisdiction and verdict" },
    shows: { vi: "Số mục của năm đã chọn.", en: "Cases of the chosen year." },
    formula: { vi: "số mục theo `provider_type`, `jurisdiction` và `verdict`.", en: "number of cases by `provider_type`, `jurisdiction` and `verdict`." },
    time: TIME.yearOfIssue,
    open: OPEN.counted,
  },
  excluded: {
    title: { vi: "Không tính, theo lý do", en: "Excluded, by reason" },
    shows: { vi: "Số mục của năm đã chọn không được tính vào đánh giá.", en: "Cases of the chosen year that are left out of the assessment." },
    formula: { vi: "số mục theo `exclusion_reason`.", en: "number of cases by `exclusion_reason`." },
    time: TIME.yearOfIssue,
    open: OPEN.notAbout,
  },
  alerts: {
    title: { vi: "Cảnh báo trong năm, theo loại", en: "Alerts of the year, by kind" },
    shows: { vi: "Số cảnh báo bắt đầu trong năm đã chọn.", en: "Alerts that started in the chosen year." },
    formula: { vi: "số cảnh báo theo `kind`.", en: "number of alerts by `kind`." },
    time: { vi: "`starts_at` trong năm đã chọn, năm theo giờ Việt Nam.", en: "`starts_at` in the chosen year, in Vietnam." },
    open: OPEN.counted,
  },
} as const satisfies PanelTexts;
