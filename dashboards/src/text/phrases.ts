import type { Text } from "./language";

/** What descriptions are made of. */
export const HEADINGS = {
  formula: { vi: "Công thức", en: "Formula" },
  numerator: { vi: "Tử số", en: "Numerator" },
  denominator: { vi: "Mẫu số", en: "Denominator" },
  time: { vi: "Mốc thời gian", en: "Time field" },
  open: { vi: "Mục đang mở", en: "Open cases" },
} as const satisfies Readonly<Record<string, Text>>;

/** Which time field decides what is counted. */
export const TIME = {
  issue: {
    vi: "`issued_at`, thời điểm ban hành; ngày và tháng theo giờ Việt Nam.",
    en: "`issued_at`, when it was issued; days and months are those of Vietnam.",
  },
  cohort: {
    vi: "`start`, ngày đầu của kỳ ban hành, theo giờ Việt Nam.",
    en: "`start`, the first day of the period of issue, in Vietnam.",
  },
  deadline: {
    vi: "`due_at`, hạn chót; gồm mọi mục dù đến hạn khi nào, trừ khi chọn một khoảng thời gian cố định.",
    en: "`due_at`, the deadline, however long ago, unless a fixed time range is chosen.",
  },
  removal: {
    vi: "`first_down_at`, lần đầu thấy không còn của lần gỡ đầu tiên.",
    en: "`first_down_at`, first seen down in the first removal.",
  },
  reappearance: {
    vi: "`reappeared_at`, lần đầu thấy xuất hiện lại.",
    en: "`reappeared_at`, first seen up again.",
  },
  falseClaim: {
    vi: "`false_claim_at`, lần đầu thấy còn sau khi tự khai.",
    en: "`false_claim_at`, first seen up after the claim.",
  },
  alert: {
    vi: "`starts_at`, khi cảnh báo bắt đầu, theo giờ Việt Nam.",
    en: "`starts_at`, when the alert starts, in Vietnam's time.",
  },
  alertNow: {
    vi: "`starts_at`; mọi cảnh báo còn hiệu lực, trừ khi chọn một khoảng thời gian cố định.",
    en: "`starts_at`; all that are firing, unless a fixed time range is chosen.",
  },
  state: {
    vi: "`as_of`, thời điểm mới nhất mà hệ thống đã xử lý; nếu chọn một khoảng thời gian cố định thì khoảng đó phải chứa thời điểm này.",
    en: "`as_of`, the newest time that the job has reached; a fixed time range must hold it.",
  },
  hour: {
    vi: "`hour`, giờ quan sát; ngày theo giờ Việt Nam.",
    en: "`hour`, the hour of observation; days are those of Vietnam.",
  },
  deadLetter: {
    vi: "`first_seen`, khi bản ghi đến Kafka.",
    en: "`first_seen`, when the record came to Kafka.",
  },
  transition: {
    vi: "`at`, thời điểm sự kiện gây ra thay đổi.",
    en: "`at`, event time of the change.",
  },
  metric: {
    vi: "đồng hồ của máy chủ, khi Prometheus đọc số liệu.",
    en: "the servers' clock, when Prometheus read the metric.",
  },
  year: {
    vi: "`start`, nhóm ban hành trong năm đã chọn, năm theo giờ Việt Nam.",
    en: "`start`, the cohort issued in the chosen year, in Vietnam.",
  },
  yearOfIssue: {
    vi: "`issued_at` trong năm đã chọn, năm theo giờ Việt Nam.",
    en: "`issued_at` in the chosen year, in Vietnam.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What becomes of cases that are open. */
export const OPEN = {
  inDenominator: {
    vi: "quá hạn mà chưa gỡ thì nằm trong mẫu số; chưa đến hạn thì chưa tính.",
    en: "those past the deadline stay in the denominator; those not due yet do not count.",
  },
  counted: {
    vi: "được tính theo kết luận tại thời điểm số liệu.",
    en: "counted by their verdict as of the data.",
  },
  only: { vi: "chỉ gồm mục đang mở.", en: "only these are shown." },
  censored: {
    vi: "Kaplan–Meier giữ mục chưa gỡ như dữ liệu bị cắt; trung vị và phân vị “chỉ mục đã gỡ” bỏ chúng ra nên thấp hơn thực tế.",
    en: "Kaplan–Meier keeps them as censored; median and P90 “removed only” leave them out and are biased low.",
  },
  leftOut: {
    vi: "không nằm trong hình này vì chưa gỡ; xem số mục đang mở bên cạnh.",
    en: "not in this panel, since they are not removed; see the open cases beside it.",
  },
  inBand: {
    vi: "mục hợp lệ chưa gỡ nằm trong thanh cuối và không nằm trong các thanh khác.",
    en: "eligible cases that are not removed are in the last bar and in none of the others.",
  },
  notAbout: { vi: "không liên quan.", en: "not concerned." },
} as const satisfies Readonly<Record<string, Text>>;

export const PHRASES = {
  smallNumber: {
    vi: "n dưới 20: không đánh giá",
    en: "n under 20: not judged",
  },
  hourly: {
    vi: "Tính theo từng giờ: máy quét đến thưa hơn mỗi giờ thì không thể đạt 95 %; khi đó hãy so với kế hoạch quét.",
    en: "Taken hour by hour: crawlers that come less often than hourly cannot reach 95 %; compare with the crawl plan then.",
  },
  tooFew: { vi: "quá ít mục để đánh giá", en: "too few to judge" },
  smallNumberRule: {
    vi: "Ẩn khi số mục đến hạn chưa chắc đạt 20 (kỳ đã khép: `eligible` ≥ 20; kỳ chưa khép: một kết luận riêng đã đạt 20).",
    en: "Hidden unless 20 due cases are certain (closed period: `eligible` ≥ 20; otherwise one verdict alone has 20).",
  },
  notReached: { vi: "chưa đạt", en: "not reached" },
  noFigure: { vi: "không có", en: "none" },
  onTarget: { vi: "✔ đạt từ 95 %", en: "✔ 95 % or more" },
  belowTarget: { vi: "▲ 80 đến 95 %", en: "▲ 80 to 95 %" },
  poor: { vi: "✖ dưới 80 %", en: "✖ under 80 %" },
  observed: { vi: "✔ đủ để đánh giá", en: "✔ can be assessed" },
  blind: { vi: "✖ không đủ để đánh giá", en: "✖ cannot be assessed" },
  withinBudget: { vi: "✔ trong mức", en: "✔ within budget" },
  overBudget: { vi: "▲ vượt mức", en: "▲ over budget" },
  farOverBudget: { vi: "✖ vượt trên hai lần", en: "✖ over twice" },
  toProvider: { vi: "Mở trang nhà cung cấp", en: "Open the provider" },
  all: { vi: "Tất cả", en: "All" },
  outage: { vi: "Mất quan sát", en: "Crawler outage" },
  policyChanged: { vi: "Chính sách có hiệu lực", en: "Policy takes effect" },
  clockMoved: { vi: "Thời hạn bị tạm dừng hoặc nối lại", en: "Clock paused or resumed" },
  folder: { vi: "Giám sát gỡ bỏ nội dung", en: "Takedown monitor" },
} as const satisfies Readonly<Record<string, Text>>;
