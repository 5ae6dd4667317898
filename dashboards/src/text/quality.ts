import type { PanelTexts } from "./overview";
import { OPEN, TIME } from "./phrases";

const SHARE_SEEN = {
  formula: { vi: "tổng `observed_cases` ÷ tổng `open_cases` trên mọi giờ.", en: "sum of `observed_cases` ÷ sum of `open_cases` over all hours." },
  numerator: { vi: "mục đang mở có ít nhất một quan sát có tính trong giờ.", en: "open cases with at least one counted observation in the hour." },
  denominator: { vi: "mục đang mở vào bất kỳ lúc nào trong giờ (n).", en: "cases open at any time of the hour (n)." },
} as const;

export const QUALITY = {
  curve: {
    title: { vi: "Độ phủ quan sát theo giờ", en: "Crawl coverage by hour" },
    shows: { vi: "Tỷ lệ mục đang mở được quan sát trong giờ của các nhà cung cấp đang chọn; đường ngang là 95 %.", en: "Share of the open cases that were observed in the hour, of the chosen providers; the line across is 95 %." },
    ...SHARE_SEEN,
    time: TIME.hour,
    open: OPEN.only,
  },
  providers: {
    title: { vi: "Độ phủ theo nhà cung cấp", en: "Coverage by provider" },
    shows: { vi: "Dưới 95 % thì nhà cung cấp không đủ để đánh giá, chứ không phải là tuân thủ.", en: "Under 95 % a provider cannot be assessed, which is not compliance." },
    ...SHARE_SEEN,
    time: TIME.hour,
    open: OPEN.only,
    notes: [{ vi: "Chỉ gồm nhà cung cấp có tổng `open_cases` từ 20.", en: "Only providers whose sum of `open_cases` is 20 or more." }],
  },
  blind: {
    title: { vi: "Giờ không có quan sát nào, theo nhà cung cấp", en: "Hours without any observation, by provider" },
    shows: { vi: "Giờ mà còn mục đang mở nhưng không mục nào được quan sát.", en: "Hours with open cases of which none was observed." },
    formula: { vi: "số tài liệu theo giờ có `open_cases` > 0 và `observed_cases` = 0; lớn nhất của `hour`.", en: "hourly documents with `open_cases` > 0 and `observed_cases` = 0; greatest `hour`." },
    time: TIME.hour,
    open: OPEN.only,
  },
  outages: {
    title: { vi: "Cảnh báo mất quan sát", en: "Alerts about missing observations" },
    shows: { vi: "Tối đa 200, mới nhất trước; kể cả đã kết thúc.", en: "At most 200, newest first; those that are over too." },
    formula: { vi: "cảnh báo có `kind` `MONITOR_BLIND`.", en: "alerts of `kind` `MONITOR_BLIND`." },
    time: TIME.alert,
    open: OPEN.notAbout,
  },
  statuses: {
    title: { vi: "Kết quả quan sát theo ngày", en: "Results of observations by day" },
    shows: { vi: "Số quan sát theo kết quả; không rõ và lỗi không được tính cho bên nào.", en: "Observations by result; ambiguous ones and errors count neither way." },
    formula: { vi: "tổng `up`, `down`, `blocked`, `geo_blocked`, `ambiguous`, `error`.", en: "sums of `up`, `down`, `blocked`, `geo_blocked`, `ambiguous`, `error`." },
    time: TIME.hour,
    open: { vi: "quan sát mọi mục đã có, kể cả đã đóng.", en: "observations of all known cases, closed ones too." },
  },
  reasons: {
    title: { vi: "Bản ghi bị loại, theo lý do", en: "Dead letters, by reason" },
    shows: { vi: "Bản ghi không thể áp dụng, theo luồng và lý do; mới nhất của từng loại.", en: "Records that could not be applied, by topic and reason, with the newest of each." },
    formula: { vi: "số bản ghi theo `topic` và `reason`; lớn nhất của `first_seen`.", en: "number of records by `topic` and `reason`; greatest `first_seen`." },
    time: TIME.deadLetter,
    open: OPEN.notAbout,
  },
  deadByDay: {
    title: { vi: "Bản ghi bị loại theo ngày", en: "Dead letters by day" },
    shows: { vi: "Số bản ghi bị loại theo lý do.", en: "Rejected records by reason." },
    formula: { vi: "số bản ghi theo `reason`.", en: "number of records by `reason`." },
    time: TIME.deadLetter,
    open: OPEN.notAbout,
  },
  restated: {
    title: { vi: "Đính chính do sự kiện đến muộn", en: "Restatements by late events" },
    shows: { vi: "Số thay đổi mà sự kiện đến muộn gây ra cho điều đã công bố.", en: "Changes that late events made to what had been shown." },
    formula: { vi: "số thay đổi có `restated` đúng, theo `cause`.", en: "changes with `restated`, by `cause`." },
    time: TIME.transition,
    open: OPEN.counted,
  },
  restatedCases: {
    title: { vi: "Mục đã đính chính theo nhà cung cấp", en: "Restated cases by provider" },
    shows: { vi: "Số mục có ít nhất một sự kiện đến muộn đã được áp dụng.", en: "Cases to which at least one late event was applied." },
    formula: { vi: "số mục có `restated` đúng, theo `provider_id`.", en: "cases with `restated`, by `provider_id`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  unseen: {
    title: { vi: "Mục mà quan sát không đủ để kết luận", en: "Cases that observation could not decide" },
    shows: { vi: "Số mục không được quan sát và mục mà khoảng trống quan sát trùm lên hạn chót.", en: "Cases never observed, and cases where a crawl gap straddles the deadline." },
    formula: { vi: "`unobserved` và `indeterminate` của `_all`, theo tháng ban hành, so với `eligible`.", en: "`unobserved` and `indeterminate` of `_all`, by month of issue, beside `eligible`." },
    time: TIME.cohort,
    open: OPEN.counted,
  },
} as const satisfies PanelTexts;
