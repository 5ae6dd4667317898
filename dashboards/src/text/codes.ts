import type { Text } from "./language";

/** Codes of the documents in words, the same words as in the yearly report. */
type Codes = Readonly<Record<string, Text>>;

export const VERDICTS = {
  ON_TIME: { vi: "Đúng hạn", en: "On time" },
  BREACH: { vi: "Vi phạm", en: "Breach" },
  INDETERMINATE: { vi: "Không xác định", en: "Indeterminate" },
  OVERDUE: { vi: "Quá hạn", en: "Overdue" },
  UNOBSERVED: { vi: "Không được quan sát", en: "Unobserved" },
  UNCONFIRMED: { vi: "Chưa xác nhận", en: "Unconfirmed" },
  PENDING: { vi: "Chưa đến hạn", en: "Pending" },
  EXCLUDED: { vi: "Không tính", en: "Excluded" },
} as const satisfies Codes;

export const STATES = {
  ISSUED: { vi: "Đã ban hành", en: "Issued" },
  DELIVERED: { vi: "Đã gửi đến", en: "Delivered" },
  HELD: { vi: "Giữ lại để điều tra", en: "Held" },
  PAUSED: { vi: "Tạm dừng", en: "Paused" },
  ACKNOWLEDGED: { vi: "Đã phản hồi", en: "Acknowledged" },
  CLAIMED: { vi: "Tự khai đã xử lý", en: "Claimed" },
  DOWN_UNCONFIRMED: { vi: "Không còn, chưa xác nhận", en: "Down, unconfirmed" },
  REMOVED: { vi: "Đã gỡ", en: "Removed" },
  REINSTATED: { vi: "Xuất hiện lại", en: "Reinstated" },
  WITHDRAWN: { vi: "Đã rút", en: "Withdrawn" },
  UNDELIVERABLE: { vi: "Không gửi đến được", en: "Undeliverable" },
} as const satisfies Codes;

export const CATEGORIES = {
  CSAM: { vi: "Tài liệu xâm hại tình dục trẻ em", en: "Child sexual abuse material" },
  CSAM_SYNTHETIC: { vi: "Như trên, do máy tạo ra", en: "The same, synthetic" },
  GROOMING: { vi: "Dụ dỗ trẻ em", en: "Grooming" },
  CHILD_PRIVACY: { vi: "Đời sống riêng tư của trẻ em", en: "Privacy of a child" },
  HARMFUL_TO_CHILDREN: { vi: "Gây hại cho trẻ em", en: "Harmful to children" },
  VIOLENCE: { vi: "Bạo lực", en: "Violence" },
  IMPERSONATION: { vi: "Giả mạo", en: "Impersonation" },
  OTHER: { vi: "Khác", en: "Other" },
} as const satisfies Codes;

export const PROVIDER_TYPES = {
  ISP: { vi: "Truy cập Internet", en: "Internet access" },
  HOSTING: { vi: "Lưu trữ web", en: "Web hosting" },
  SOCIAL: { vi: "Mạng xã hội", en: "Social network" },
  GAME: { vi: "Trò chơi", en: "Game" },
  MARKETPLACE: { vi: "Sàn thương mại", en: "Marketplace" },
  SEARCH: { vi: "Tìm kiếm", en: "Search" },
  APP_STORE: { vi: "Kho ứng dụng", en: "App store" },
  OTHER: { vi: "Khác", en: "Other" },
} as const satisfies Codes;

export const JURISDICTIONS = {
  DOMESTIC: { vi: "Trong nước", en: "Domestic" },
  CROSS_BORDER: { vi: "Xuyên biên giới", en: "Cross-border" },
} as const satisfies Codes;

export const ALERT_KINDS = {
  ACK_OVERDUE: { vi: "Chưa phản hồi", en: "Acknowledgement overdue" },
  DEADLINE_NEAR: { vi: "Sắp đến hạn", en: "Deadline near" },
  SLA_OVERDUE: { vi: "Quá hạn", en: "Overdue" },
  SLA_BREACH: { vi: "Vi phạm", en: "Breach" },
  SECOND_NOTICE_DUE: { vi: "Cần thông báo lần hai", en: "Second notice due" },
  FALSE_CLAIM: { vi: "Khai sai", en: "False claim" },
  REINSTATEMENT: { vi: "Xuất hiện lại", en: "Reinstatement" },
  CONTENT_RECIDIVISM: { vi: "Nội dung bị yêu cầu lại", en: "Content requested again" },
  PROVIDER_STRIKES: { vi: "Vi phạm nhiều lần", en: "Repeated breaches" },
  MONITOR_BLIND: { vi: "Hệ thống không quan sát được", en: "Monitor blind" },
} as const satisfies Codes;

export const SEVERITIES = {
  critical: { vi: "▲ nghiêm trọng", en: "▲ critical" },
  warning: { vi: "● cảnh báo", en: "● warning" },
  info: { vi: "○ thông tin", en: "○ info" },
} as const satisfies Codes;

export const RECIDIVISM = {
  STRICT: { vi: "Đã từng gỡ (chặt)", en: "Removed before (strict)" },
  LOOSE: { vi: "Đã từng yêu cầu (rộng)", en: "Requested before (loose)" },
  NONE: { vi: "Chưa từng", en: "Never before" },
} as const satisfies Codes;

export const EXCLUSION_REASONS = {
  ALREADY_DOWN: { vi: "Đã không còn từ trước", en: "Already down" },
  UNDELIVERABLE: { vi: "Không gửi đến được", en: "Undeliverable" },
  WITHDRAWN: { vi: "Đã rút", en: "Withdrawn" },
  HELD: { vi: "Giữ lại để điều tra", en: "Held" },
  MOOT: { vi: "Nguồn đã biến mất", en: "Source gone" },
} as const satisfies Codes;

export const REJECTION_REASONS = {
  TOO_LARGE: { vi: "Quá lớn", en: "Too large" },
  EMPTY: { vi: "Rỗng", en: "Empty" },
  INVALID_UTF8: { vi: "Sai mã UTF-8", en: "Invalid UTF-8" },
  NOT_JSON: { vi: "Không phải JSON", en: "Not JSON" },
  TOO_DEEP: { vi: "Lồng quá sâu", en: "Nested too deep" },
  DUPLICATE_NAME: { vi: "Trùng tên trường", en: "Name repeated" },
  UNSUPPORTED_SCHEMA_VERSION: { vi: "Phiên bản lược đồ lạ", en: "Unknown schema version" },
  MISSING_FIELD: { vi: "Thiếu trường", en: "Field missing" },
  WRONG_TYPE: { vi: "Sai kiểu", en: "Wrong type" },
  UNKNOWN_VALUE: { vi: "Giá trị lạ", en: "Unknown value" },
  OUT_OF_RANGE: { vi: "Ngoài phạm vi", en: "Out of range" },
  INVALID_INSTANT: { vi: "Sai thời điểm", en: "Invalid instant" },
  INVALID_DURATION: { vi: "Sai khoảng thời gian", en: "Invalid duration" },
  INVALID_KEY: { vi: "Sai khóa", en: "Invalid key" },
  INVALID_ID: { vi: "Sai mã", en: "Invalid id" },
  TOO_LATE: { vi: "Đến quá muộn", en: "Too late" },
  SINK_REJECTED: { vi: "Nơi lưu từ chối", en: "Rejected by the store" },
} as const satisfies Codes;

export const CAUSES = {
  ISSUED: { vi: "Yêu cầu", en: "Request" },
  DELIVERED: { vi: "Gửi đến", en: "Delivery" },
  UNDELIVERABLE: { vi: "Không gửi đến được", en: "Undeliverable" },
  HELD: { vi: "Giữ lại", en: "Hold" },
  RELEASED: { vi: "Thôi giữ lại", en: "Release" },
  PAUSED: { vi: "Tạm dừng", en: "Pause" },
  RESUMED: { vi: "Hết tạm dừng", en: "Resumption" },
  WITHDRAWN: { vi: "Rút yêu cầu", en: "Withdrawal" },
  ACKNOWLEDGEMENT: { vi: "Phản hồi của nhà cung cấp", en: "Answer of the provider" },
  OBSERVATION: { vi: "Quan sát", en: "Observation" },
  DEADLINE_PASSED: { vi: "Hạn chót", en: "Deadline" },
  REFRESH: { vi: "Làm mới", en: "Refresh" },
} as const satisfies Codes;

export const PERIODS = {
  MONTH: { vi: "Tháng", en: "Month" },
  QUARTER: { vi: "Quý", en: "Quarter" },
  YEAR: { vi: "Năm", en: "Year" },
} as const satisfies Codes;

/** Of what the registry of providers does not tell. */
export const UNKNOWN = {
  UNKNOWN: { vi: "Không rõ", en: "Unknown" },
} as const satisfies Codes;

export type { Codes };
