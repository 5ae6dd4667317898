import type { PanelTexts } from "./overview";
import { OPEN, TIME } from "./phrases";

export const RECIDIVISM_BOARD = {
  totals: {
    title: { vi: "Ba cách nội dung và nhà cung cấp tái phạm", en: "Three ways of coming back" },
    shows: { vi: "Cùng đường dẫn xuất hiện lại sau khi gỡ; cùng nội dung bị yêu cầu lại (chặt: đã từng gỡ, rộng: đã từng yêu cầu); kỳ mới nhất, toàn quốc.", en: "The same locator up again after removal; the same content requested again (strict: removed before, loose: requested before); newest period, nation." },
    formula: { vi: "`reinstated`, `recidivism_strict`, `recidivism_loose` của `_all`, so với `issued` và `removed`.", en: "`reinstated`, `recidivism_strict`, `recidivism_loose` of `_all`, beside `issued` and `removed`." },
    time: TIME.cohort,
    open: OPEN.counted,
  },
  curve: {
    title: { vi: "Tái phạm theo kỳ, toàn quốc", en: "Recidivism by period, nation" },
    shows: { vi: "Số mục theo từng cách tái phạm; cột là số mục ban hành.", en: "Cases by way of coming back; bars are the cases issued." },
    formula: { vi: "`recidivism_strict`, `recidivism_loose`, `reinstated`, `issued` của `_all`.", en: "`recidivism_strict`, `recidivism_loose`, `reinstated`, `issued` of `_all`." },
    time: TIME.cohort,
    open: OPEN.counted,
  },
  providers: {
    title: { vi: "Nội dung bị yêu cầu lại theo nhà cung cấp", en: "Content requested again, by provider" },
    shows: { vi: "Tỷ lệ mục có nội dung đã từng xử lý ở cùng nhà cung cấp; chỉ nhà cung cấp có từ 20 mục mang mã nội dung.", en: "Share of cases whose content had been dealt with at the same provider; only providers with 20 or more cases that carry a content key." },
    formula: { vi: "tái phạm ÷ số mục có mã nội dung.", en: "recidivism ÷ cases with a content key." },
    numerator: { vi: "mục có `recidivism` `STRICT` hoặc `LOOSE`.", en: "cases with `recidivism` `STRICT` or `LOOSE`." },
    denominator: { vi: "mục có mã nội dung, kể cả mục không tính (n).", en: "cases with a content key, excluded ones too (n)." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  categories: {
    title: { vi: "Tái phạm theo loại nội dung", en: "Recidivism by category" },
    shows: { vi: "Số mục có mã nội dung theo loại và kết quả so với các vụ trước.", en: "Cases with a content key by category and by what came before." },
    formula: { vi: "số mục theo `category` và `recidivism`; lớn nhất của `prior_cases`.", en: "number of cases by `category` and `recidivism`; greatest `prior_cases`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  byWeek: {
    title: { vi: "Xuất hiện lại theo tuần", en: "Reappearances by week" },
    shows: { vi: "Số mục lần đầu thấy xuất hiện lại sau khi đã xác nhận gỡ.", en: "Cases first seen up again after a confirmed removal." },
    formula: { vi: "số mục có `reappeared_at`.", en: "number of cases with a `reappeared_at`." },
    time: TIME.reappearance,
    open: OPEN.counted,
  },
  list: {
    title: { vi: "Mục xuất hiện lại, mới nhất trước", en: "Reappeared cases, newest first" },
    shows: { vi: "Tối đa 200 mục.", en: "At most 200 cases." },
    formula: { vi: "mục có `reappeared_at`.", en: "cases with a `reappeared_at`." },
    time: TIME.reappearance,
    open: OPEN.counted,
  },
  strikes: {
    title: { vi: "Nhà cung cấp vi phạm nhiều lần", en: "Providers that breached repeatedly" },
    shows: { vi: "Cảnh báo vi phạm nhiều lần, kể cả đã kết thúc; tối đa 200, mới nhất trước.", en: "Alerts about repeated breaches, those that are over too; at most 200, newest first." },
    formula: { vi: "cảnh báo có `kind` `PROVIDER_STRIKES`; mức theo chính sách.", en: "alerts of `kind` `PROVIDER_STRIKES`; the level is the policy's." },
    time: TIME.alert,
    open: OPEN.counted,
  },
} as const satisfies PanelTexts;
