import type { PanelTexts } from "./overview";
import { OPEN, TIME } from "./phrases";

export const BLOCKING = {
  isps: {
    title: { vi: "Từng nhà mạng", en: "Every ISP" },
    shows: { vi: "Tỷ lệ mục yêu cầu chặn đã được xác nhận chặn; chỉ nhà mạng có từ 20 mục. Bấm vào mã để mở trang chi tiết.", en: "Share of the cases to be blocked that are confirmed as blocked; only ISPs with 20 cases or more. Click the id for the detail." },
    formula: { vi: "đã chặn ÷ số mục hợp lệ có `action` `BLOCK`.", en: "blocked ÷ eligible cases with `action` `BLOCK`." },
    numerator: { vi: "mục hợp lệ đã xác nhận chặn ít nhất một lần (`removals` ≥ 1).", en: "eligible cases whose blocking was confirmed at least once (`removals` ≥ 1)." },
    denominator: { vi: "mục hợp lệ, kể cả mục chưa đến hạn (n).", en: "eligible cases, those not due yet too (n)." },
    time: TIME.issue,
    open: { vi: "nằm trong mẫu số, kể cả khi chưa đến hạn.", en: "in the denominator, even before they are due." },
  },
  few: {
    title: { vi: "Nhà mạng có dưới 20 mục", en: "ISPs with under 20 cases" },
    shows: { vi: "Chỉ có số mục, không có tỷ lệ; mọi nhà mạng, ít mục nhất trước.", en: "Numbers of cases alone and no ratio; all ISPs, fewest first." },
    formula: { vi: "số mục có `action` `BLOCK` theo `provider_id` và `verdict`.", en: "cases with `action` `BLOCK` by `provider_id` and `verdict`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  time: {
    title: { vi: "Thời gian chặn theo nhà mạng", en: "Time to block by ISP" },
    shows: { vi: "Trung vị và phân vị 90 của mục đã chặn, với số mục n. Mục chưa chặn không nằm trong bảng, nên số liệu thấp hơn thực tế.", en: "Median and P90 of blocked cases, with their number n. Cases not blocked are not in the table, so the figures are biased low." },
    formula: { vi: "phân vị 50 và 90 của `ttr_high_ms` (lần đầu thấy bị chặn trừ thời điểm bắt đầu tính giờ), mục có `action` `BLOCK`; ước lượng bằng t-digest.", en: "50th and 90th percentile of `ttr_high_ms` (first seen blocked minus the start of the clock), cases with `action` `BLOCK`; estimated by t-digest." },
    time: TIME.removal,
    open: OPEN.leftOut,
    notes: [{ vi: "Chỉ gồm nhà mạng có từ 20 mục đã chặn.", en: "Only ISPs with 20 or more blocked cases." }],
  },
  leaks: {
    title: { vi: "Tỷ lệ lọt theo nhà mạng", en: "Leak rate by ISP" },
    shows: { vi: "Bao nhiêu quan sát từ bên trong mạng vẫn thấy nội dung, trong các mục đã quá hạn hoặc đã chặn rồi lọt lại. Chỉ nhà mạng có từ 20 quan sát có tính.", en: "How many observations from inside the network still see the content. Only ISPs with 20 or more counted observations." },
    formula: { vi: "tổng `up` ÷ tổng `counted` trên mọi giờ.", en: "sum of `up` ÷ sum of `counted` over all hours." },
    numerator: { vi: "quan sát có tính thấy nội dung còn truy cập được.", en: "counted observations that reach the content." },
    denominator: { vi: "mọi quan sát có tính (n); kể cả trước hạn chót.", en: "all counted observations (n); those before the deadline too." },
    time: TIME.hour,
    open: OPEN.only,
  },
  verdicts: {
    title: { vi: "Kết luận của yêu cầu chặn theo tuần ban hành", en: "Verdicts of blocking requests by week of issue" },
    shows: { vi: "Số mục yêu cầu chặn theo kết luận hiện tại.", en: "Cases to be blocked by their verdict now." },
    formula: { vi: "số mục có `action` `BLOCK` theo `verdict`.", en: "cases with `action` `BLOCK` by `verdict`." },
    time: TIME.issue,
    open: OPEN.counted,
  },
  blockedByDay: {
    title: { vi: "Đã chặn theo tuần", en: "Blocked by week" },
    shows: { vi: "Số mục lần đầu thấy bị chặn trong tuần.", en: "Cases first seen blocked in the week." },
    formula: { vi: "số mục có `action` `BLOCK` và có `first_down_at`.", en: "cases with `action` `BLOCK` and a `first_down_at`." },
    time: TIME.removal,
    open: OPEN.leftOut,
  },
  moot: {
    title: { vi: "Không tính, theo lý do", en: "Excluded, by reason" },
    shows: { vi: "Nguồn đã biến mất thì không phải là nhà mạng tuân thủ.", en: "A source that is gone is no compliance of the ISP." },
    formula: { vi: "số mục có `action` `BLOCK` theo `exclusion_reason`.", en: "cases with `action` `BLOCK` by `exclusion_reason`." },
    time: TIME.issue,
    open: OPEN.notAbout,
  },
} as const satisfies PanelTexts;
