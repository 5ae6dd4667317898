import type { PanelTexts } from "./overview";
import { OPEN, TIME } from "./phrases";

export const BREACHES = {
  firing: {
    title: { vi: "Cảnh báo đang hiệu lực", en: "Alerts firing" },
    shows: { vi: "Số cảnh báo đang hiệu lực theo mức độ.", en: "Firing alerts by severity." },
    formula: { vi: "số cảnh báo có `status` `FIRING`, theo `severity`.", en: "alerts with `status` `FIRING`, by `severity`." },
    time: TIME.alertNow,
    open: OPEN.counted,
  },
  kinds: {
    title: { vi: "Đang hiệu lực theo loại và mức độ", en: "Firing by kind and severity" },
    shows: { vi: "Mỗi loại và mức độ một dòng.", en: "One row per kind and severity." },
    formula: { vi: "số cảnh báo có `status` `FIRING`, theo `kind` và `severity`; sớm nhất của `starts_at`.", en: "alerts with `status` `FIRING`, by `kind` and `severity`; earliest `starts_at`." },
    time: TIME.alertNow,
    open: OPEN.counted,
  },
  list: {
    title: { vi: "Việc cần xử lý ngay", en: "To be looked after now" },
    shows: { vi: "Tối đa 500 cảnh báo nghiêm trọng và cảnh báo đang hiệu lực, mới nhất trước. Việc phải làm ghi trong RUNBOOK.", en: "At most 500 critical and warning alerts that fire, newest first. What to do stands in the RUNBOOK." },
    formula: { vi: "`status` là `FIRING` và `severity` là critical hoặc warning.", en: "`status` is `FIRING` and `severity` is critical or warning." },
    time: TIME.alertNow,
    open: OPEN.counted,
  },
  overdue: {
    title: { vi: "Mục quá hạn, lâu nhất trước", en: "Overdue cases, longest first" },
    shows: { vi: "Tối đa 200 mục đang mở đã qua hạn chót.", en: "At most 200 open cases past their deadline." },
    formula: { vi: "`verdict` là `BREACH`, `OVERDUE`, `UNOBSERVED` hoặc `UNCONFIRMED`, và `state` không phải `REMOVED` hay `WITHDRAWN`.", en: "`verdict` is `BREACH`, `OVERDUE`, `UNOBSERVED` or `UNCONFIRMED`, and `state` is neither `REMOVED` nor `WITHDRAWN`." },
    time: TIME.deadline,
    open: OPEN.only,
  },
  near: {
    title: { vi: "Sắp đến hạn, gần nhất trước", en: "Due soon, nearest first" },
    shows: { vi: "Tối đa 200 mục chưa đến hạn.", en: "At most 200 cases that are not due yet." },
    formula: { vi: "`verdict` là `PENDING` và có `due_at`.", en: "`verdict` is `PENDING` and there is a `due_at`." },
    time: { vi: "`issued_at` trong khoảng thời gian đang chọn.", en: "`issued_at` in the chosen time range." },
    open: OPEN.only,
  },
  byDay: {
    title: { vi: "Cảnh báo mới theo ngày và loại", en: "New alerts by day and kind" },
    shows: { vi: "Số cảnh báo bắt đầu trong ngày, kể cả đã kết thúc.", en: "Alerts that started on the day, those that are over too." },
    formula: { vi: "số cảnh báo theo `kind`.", en: "number of alerts by `kind`." },
    time: TIME.alert,
    open: OPEN.counted,
  },
  byProvider: {
    title: { vi: "Đang hiệu lực theo nhà cung cấp", en: "Firing by provider" },
    shows: { vi: "Số cảnh báo đang hiệu lực của từng nhà cung cấp, nhiều nhất trước.", en: "Firing alerts of every provider, most first." },
    formula: { vi: "số cảnh báo có `status` `FIRING`, theo `provider_id`.", en: "alerts with `status` `FIRING`, by `provider_id`." },
    time: TIME.alertNow,
    open: OPEN.counted,
  },
} as const satisfies PanelTexts;
