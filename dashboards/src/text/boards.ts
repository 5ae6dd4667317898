import type { Text } from "./language";

interface BoardText {
  readonly title: Text;
  /** The one question that the dashboard answers. */
  readonly purpose: Text;
}

export const BOARDS = {
  overview: {
    title: { vi: "1. Toàn quốc", en: "1. National overview" },
    purpose: {
      vi: "Hôm nay cả nước tuân thủ yêu cầu gỡ bỏ đến đâu, và xu hướng ra sao?",
      en: "How well are takedown requests complied with today, and where is it going?",
    },
  },
  league: {
    title: { vi: "2. Bảng xếp hạng nhà cung cấp", en: "2. Provider league table" },
    purpose: {
      vi: "Nhà cung cấp nào tuân thủ, nhà cung cấp nào không?",
      en: "Which providers comply, and which do not?",
    },
  },
  provider: {
    title: { vi: "3. Chi tiết nhà cung cấp", en: "3. Provider detail" },
    purpose: {
      vi: "Vì sao nhà cung cấp này có kết quả như vậy, và còn việc gì chưa xong?",
      en: "Why does this provider stand where it stands, and what is still open?",
    },
  },
  breaches: {
    title: { vi: "4. Vi phạm và cảnh báo hiện tại", en: "4. Breaches and alerts now" },
    purpose: {
      vi: "Người trực cần xử lý việc gì ngay bây giờ?",
      en: "What must the person on call look after now?",
    },
  },
  recidivism: {
    title: { vi: "5. Tái phạm", en: "5. Recidivism" },
    purpose: {
      vi: "Nội dung nào quay lại, và ở nhà cung cấp nào?",
      en: "What comes back, and at which providers?",
    },
  },
  blocking: {
    title: { vi: "6. Chặn truy cập", en: "6. ISP blocking" },
    purpose: {
      vi: "Từng nhà mạng chặn được bao nhiêu, nhanh đến đâu và còn lọt bao nhiêu?",
      en: "How much does each ISP block, how fast, and how much still gets through?",
    },
  },
  quality: {
    title: { vi: "7. Máy quét và chất lượng dữ liệu", en: "7. Crawlers and data quality" },
    purpose: {
      vi: "Có thể tin các con số không: đã quan sát đủ chưa, dữ liệu có bị loại không?",
      en: "Can the figures be trusted: was enough observed, was data rejected?",
    },
  },
  yearly: {
    title: { vi: "8. Đánh giá hằng năm", en: "8. Yearly assessment" },
    purpose: {
      vi: "Các số liệu của báo cáo năm, so với năm trước.",
      en: "The figures of the yearly report, beside those of the year before.",
    },
  },
  job: {
    title: { vi: "9. Hoạt động của hệ thống", en: "9. Job health" },
    purpose: {
      vi: "Hệ thống xử lý có theo kịp, có lưu được điểm khôi phục và có ghi được dữ liệu không?",
      en: "Does the job keep up, take checkpoints and get its documents written?",
    },
  },
} as const satisfies Readonly<Record<string, BoardText>>;

export type BoardName = keyof typeof BOARDS;

/** What the variables are for. */
export const VARIABLES = {
  period: {
    vi: "Độ dài của kỳ ban hành mà các con số được gộp theo.",
    en: "How long the periods of issue are that figures are summed up by.",
  },
  providers: {
    vi: "Các nhà cung cấp được xem; mặc định là tất cả.",
    en: "The providers to look at; all of them at first.",
  },
  provider: { vi: "Nhà cung cấp được xem.", en: "The provider to look at." },
  categories: {
    vi: "Các loại nội dung được xem; mặc định là tất cả.",
    en: "The categories to look at; all of them at first.",
  },
  year: { vi: "Năm ban hành, theo giờ Việt Nam.", en: "The year of issue, in Vietnam." },
} as const satisfies Readonly<Record<string, Text>>;
