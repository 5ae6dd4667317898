import type { Text } from "./language";
import type { Explanation } from "./describe";
import { OPEN, PHRASES, TIME } from "./phrases";

/** A panel in words. */
export interface PanelText extends Explanation {
  readonly title: Text;
}

export type PanelTexts = Readonly<Record<string, PanelText>>;

/** The ratio that most panels are about. */
export const COMPLIANCE = {
  formula: {
    vi: "`compliance_low` = `on_time` ÷ đến hạn; `compliance_high` = (`on_time` + `indeterminate`) ÷ đến hạn. Giá trị thật nằm giữa hai mức.",
    en: "`compliance_low` = `on_time` ÷ due; `compliance_high` = (`on_time` + `indeterminate`) ÷ due. The truth lies between the two.",
  },
  numerator: {
    vi: "mục gỡ đúng hạn đã được quan sát xác nhận (mức cao cộng thêm mục mà khoảng trống quan sát trùm lên hạn chót).",
    en: "cases removed on time, confirmed by observation (high: also those where a crawl gap straddles the deadline).",
  },
  denominator: {
    vi: "mục đến hạn = `on_time` + `breach` + `indeterminate` + `overdue` + `unobserved` + `unconfirmed`.",
    en: "due cases = `on_time` + `breach` + `indeterminate` + `overdue` + `unobserved` + `unconfirmed`.",
  },
} as const;

export const OVERVIEW = {
  now: {
    title: { vi: "Tuân thủ 90 ngày qua, toàn quốc", en: "Compliance in the last 90 days, nation" },
    shows: {
      vi: "Tỷ lệ mục đến hạn trong 90 ngày qua được gỡ đúng hạn, kèm số mục n.",
      en: "Share of the cases due in the last 90 days that were removed on time, with their number n.",
    },
    formula: {
      vi: "`compliance_90d` = `on_time_90d` ÷ `due_90d`, của tất cả nhà cung cấp (`_all`).",
      en: "`compliance_90d` = `on_time_90d` ÷ `due_90d`, of all providers (`_all`).",
    },
    numerator: { vi: "mục gỡ đúng hạn.", en: "cases removed on time." },
    denominator: { vi: "mục có hạn chót trong 90 ngày qua, không kể mục không tính.", en: "cases whose deadline lies in the last 90 days, without excluded ones." },
    time: TIME.state,
    open: OPEN.inDenominator,
    notes: [{ vi: "Ẩn khi n dưới 20.", en: "Hidden while n is under 20." }],
  },
  cohort: {
    title: { vi: "Tuân thủ của kỳ mới nhất, thấp đến cao", en: "Compliance of the newest period, low to high" },
    shows: {
      vi: "Kỳ mới nhất trong khoảng thời gian đang chọn, theo thời điểm ban hành. Kỳ chưa khép thì số liệu còn thay đổi.",
      en: "The newest period in the chosen time range, by time of issue. While it is not over, figures still move.",
    },
    ...COMPLIANCE,
    time: TIME.cohort,
    open: OPEN.inDenominator,
    notes: [{ vi: "Ẩn khi n dưới 20.", en: "Hidden while n is under 20." }],
  },
  backlog: {
    title: { vi: "Tồn đọng hiện nay", en: "Backlog now" },
    shows: { vi: "Mục đang mở, mục quá hạn và mục quá hạn lâu nhất.", en: "Open cases, overdue cases and the longest overdue." },
    formula: {
      vi: "`open_cases`, `overdue_cases`, `oldest_overdue_ms` của `_all`. Quá hạn = đang mở, đã qua hạn chót và chưa gỡ.",
      en: "`open_cases`, `overdue_cases`, `oldest_overdue_ms` of `_all`. Overdue = open, past the deadline and not down.",
    },
    time: TIME.state,
    open: OPEN.only,
  },
  speed: {
    title: { vi: "Thời gian gỡ bỏ của kỳ mới nhất", en: "Time to removal of the newest period" },
    shows: { vi: "Một nửa và chín phần mười số mục được gỡ trong bao lâu.", en: "How long it took for half and for nine tenths to be removed." },
    formula: {
      vi: "`km_median_ms`, `km_p90_ms`: Kaplan–Meier trên mục hợp lệ; `ttr_ms_p50`, `ttr_ms_p90`: chỉ trên mục đã gỡ. Lấy lần đầu thấy không còn trừ thời điểm bắt đầu tính giờ, trừ thời gian tạm dừng.",
      en: "`km_median_ms`, `km_p90_ms`: Kaplan–Meier over eligible cases; `ttr_ms_p50`, `ttr_ms_p90`: over removed ones alone. First seen down minus the start of the clock, without pauses.",
    },
    time: TIME.cohort,
    open: OPEN.censored,
    notes: [{ vi: "“chưa đạt” nghĩa là chưa đủ mục được gỡ để xác định.", en: "“not reached” means that too few are removed to tell." }],
  },
  bands: {
    title: { vi: "Đã gỡ trong vòng …, kỳ mới nhất", en: "Removed within …, newest period" },
    shows: { vi: "Số mục đã gỡ cộng dồn theo từng mốc, so với số mục hợp lệ.", en: "Removed cases, accumulated by bound, beside the eligible ones." },
    formula: { vi: "`within_1h` … `within_28d`: mục đã gỡ có `ttr_high_ms` ≤ mốc; thanh cuối là `eligible`.", en: "`within_1h` … `within_28d`: removed cases with `ttr_high_ms` ≤ the bound; the last bar is `eligible`." },
    time: TIME.cohort,
    open: OPEN.inBand,
  },
  overdueBands: {
    title: { vi: "Quá hạn hiện nay, theo thời gian quá hạn", en: "Overdue now, by time past the deadline" },
    shows: { vi: "Mục quá hạn chia theo khoảng thời gian từ hạn chót.", en: "Overdue cases by how long ago their deadline was." },
    formula: { vi: "`overdue_0_24h` … `overdue_over_28d` của `_all`.", en: "`overdue_0_24h` … `overdue_over_28d` of `_all`." },
    time: TIME.state,
    open: OPEN.only,
  },
  complianceCurve: {
    title: { vi: "Tuân thủ theo kỳ ban hành", en: "Compliance by period of issue" },
    shows: { vi: "Mức thấp và mức cao của từng kỳ; cột là số mục hợp lệ; đường ngang là mục tiêu 95 %.", en: "Low and high of every period; bars are eligible cases; the line across is the target of 95 %." },
    ...COMPLIANCE,
    time: TIME.cohort,
    open: OPEN.inDenominator,
    notes: [PHRASES.smallNumberRule],
  },
  speedCurve: {
    title: { vi: "Thời gian gỡ bỏ theo kỳ ban hành", en: "Time to removal by period of issue" },
    shows: { vi: "Trung vị và phân vị 90, Kaplan–Meier bên cạnh số chỉ tính mục đã gỡ; đường ngang là 24 giờ.", en: "Median and P90, Kaplan–Meier beside those of removed cases alone; the line across is 24 hours." },
    formula: { vi: "`km_median_ms`, `km_p90_ms`, `ttr_ms_p50`, `ttr_ms_p90` của `_all`.", en: "`km_median_ms`, `km_p90_ms`, `ttr_ms_p50`, `ttr_ms_p90` of `_all`." },
    time: TIME.cohort,
    open: OPEN.censored,
    notes: [PHRASES.smallNumberRule],
  },
  breachesByDay: {
    title: { vi: "Vi phạm theo ngày", en: "Breaches by day" },
    shows: { vi: "Số mục lần đầu bị thấy còn sau hạn chót, theo ngày.", en: "Cases first seen up after their deadline, by day." },
    formula: { vi: "số cảnh báo `SLA_BREACH`, đang hiệu lực hay đã kết thúc.", en: "number of `SLA_BREACH` alerts, firing or over." },
    time: TIME.alert,
    open: OPEN.counted,
  },
  verdicts: {
    title: { vi: "Kết luận theo tuần ban hành", en: "Verdicts by week of issue" },
    shows: { vi: "Số mục theo kết luận hiện tại.", en: "Cases by their verdict now." },
    formula: { vi: "số mục theo `verdict`.", en: "number of cases by `verdict`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  coverage: {
    title: { vi: "Độ phủ quan sát theo ngày", en: "Crawl coverage by day" },
    shows: { vi: "Tỷ lệ mục đang mở được quan sát trong giờ; đường ngang là 95 %. Không được quan sát không có nghĩa là tuân thủ.", en: "Share of the open cases that were observed within the hour; the line across is 95 %. Unseen is not compliant." },
    formula: { vi: "tổng `observed_cases` ÷ tổng `open_cases` của mọi nhà cung cấp và mọi giờ trong ngày.", en: "sum of `observed_cases` ÷ sum of `open_cases` over all providers and hours of the day." },
    numerator: { vi: "mục đang mở có ít nhất một quan sát có tính trong giờ.", en: "open cases with at least one counted observation in the hour." },
    denominator: { vi: "mục đang mở vào bất kỳ lúc nào trong giờ (n).", en: "cases open at any time of the hour (n)." },
    time: TIME.hour,
    open: OPEN.only,
  },
  policies: {
    title: { vi: "Chính sách đã áp dụng", en: "Policies applied" },
    shows: { vi: "Các phiên bản chính sách mà mục trong khoảng thời gian thuộc về, và mục đầu tiên của mỗi phiên bản. Thay đổi chính sách nhìn thấy ở đây; không tài liệu nào ghi thời điểm chính sách có hiệu lực.", en: "The policy versions that cases of the time range fall under, with the first case of each. A change of policy is seen here; no document holds when a policy took effect." },
    formula: { vi: "số mục theo `policy_id` và `policy_version`; sớm nhất của `issued_at`.", en: "number of cases by `policy_id` and `policy_version`; earliest `issued_at`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
} as const satisfies PanelTexts;
