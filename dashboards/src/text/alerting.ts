import type { Text } from "./language";

interface RuleText {
  readonly title: Text;
  /** What it means and what to do first. */
  readonly summary: Text;
}

/** What Grafana's own alert rules say; alerts about cases come from the job and not from here. */
export const ALERTING = {
  coverageLow: {
    title: { vi: "Độ phủ quan sát thấp", en: "Crawl coverage is low" },
    summary: {
      vi: "Trong 6 giờ qua chưa đến 95 % mục đang mở được quan sát. Kiểm tra máy quét; nhà cung cấp chưa thể được đánh giá.",
      en: "Less than 95 % of the open cases were observed in the last 6 hours. Check the crawlers; providers cannot be assessed.",
    },
  },
  coverageSilent: {
    title: { vi: "Không có số liệu độ phủ", en: "No coverage is written" },
    summary: {
      vi: "Đã 6 giờ không có số liệu độ phủ mới. Kiểm tra công việc xử lý và nhịp báo thời gian.",
      en: "No coverage was written for 6 hours. Check the job and the heartbeats.",
    },
  },
  deadLetters: {
    title: { vi: "Có bản ghi bị loại", en: "Records are rejected" },
    summary: {
      vi: "Hơn 10 bản ghi bị loại trong 15 phút. Xem lý do ở bảng chất lượng dữ liệu và báo cho bên gửi.",
      en: "More than 10 records were rejected in 15 minutes. See the reasons on the data quality dashboard and tell the sender.",
    },
  },
  jobDown: {
    title: { vi: "Công việc xử lý không chạy", en: "The job does not run" },
    summary: {
      vi: "Flink không chạy công việc nào. Hạn chót không được xét và không có cảnh báo nào được gửi.",
      en: "Flink runs no job. Deadlines are not judged and no alert is sent.",
    },
  },
  jobRestarts: {
    title: { vi: "Công việc xử lý khởi động lại liên tục", en: "The job restarts again and again" },
    summary: {
      vi: "Hơn 3 lần khởi động lại trong một giờ. Xem ngoại lệ trong giao diện Flink.",
      en: "More than 3 restarts within an hour. See the exceptions in Flink's web page.",
    },
  },
  checkpointsFail: {
    title: { vi: "Điểm khôi phục không hoàn thành", en: "Checkpoints do not complete" },
    summary: {
      vi: "15 phút không có điểm khôi phục nào hoàn thành. Nếu hỏng lúc này, công việc phải làm lại từ xa.",
      en: "No checkpoint completed in 15 minutes. After a failure now, the job must go back far.",
    },
  },
  fallsBehind: {
    title: { vi: "Công việc xử lý không theo kịp", en: "The job falls behind" },
    summary: {
      vi: "Thời gian sự kiện chậm hơn đồng hồ trên một giờ. Kiểm tra tải, nơi nghẽn và nhịp báo thời gian.",
      en: "Event time is more than an hour behind the clock. Check the load, the bottleneck and the heartbeats.",
    },
  },
  writesBlocked: {
    title: { vi: "Elasticsearch không nhận dữ liệu", en: "Elasticsearch takes no writes" },
    summary: {
      vi: "Elasticsearch khóa ghi (đầy đĩa hoặc chỉ đọc). Công việc chờ cho đến khi được sửa.",
      en: "Elasticsearch blocks writes (disk full or read-only). The job waits until it is repaired.",
    },
  },
  documentsLost: {
    title: { vi: "Tài liệu bị loại hoặc bị mất", en: "Documents are refused or lost" },
    summary: {
      vi: "Elasticsearch từ chối tài liệu, hoặc bản ghi lỗi cũng không lưu được. Xem nhật ký theo loại lỗi.",
      en: "Elasticsearch refused documents, or even dead letters could not be kept. See the log by error type.",
    },
  },
  alertsRefused: {
    title: { vi: "Alertmanager từ chối cảnh báo", en: "Alertmanager refuses alerts" },
    summary: {
      vi: "Cảnh báo về vụ việc không đến được người trực. Kiểm tra địa chỉ và phiên bản Alertmanager.",
      en: "Alerts about cases do not reach the person on call. Check Alertmanager's address and version.",
    },
  },
} as const satisfies Readonly<Record<string, RuleText>>;

export type AlertingName = keyof typeof ALERTING;
