import type { Language } from "../language";

export const vi: Language = {
  code: "vi",
  common:
    "tôi và của cho không có trong đến từ ngày tháng nghỉ phép văn phòng cảm ơn email thư anh chị vui lòng liên hệ sẽ trở lại hết xin trân trọng đã bạn khẩn cấp được với hiện đang này quay làm việc về",
  script: /[ạảấầậếềệịọốồộớờợụứừựỳỹđ]/gu,
  months: [
    "tháng 1|thg 1|thg 01|tháng một|tháng giêng|tháng 01",
    "tháng 2|thg 2|thg 02|tháng hai|tháng 02",
    "tháng 3|thg 3|thg 03|tháng ba|tháng 03",
    "tháng 4|thg 4|thg 04|tháng tư|tháng 04",
    "tháng 5|thg 5|thg 05|tháng năm|tháng 05",
    "tháng 6|thg 6|thg 06|tháng sáu|tháng 06",
    "tháng 7|thg 7|thg 07|tháng bảy|tháng 07",
    "tháng 8|thg 8|thg 08|tháng tám|tháng 08",
    "tháng 9|thg 9|thg 09|tháng chín|tháng 09",
    "tháng 10|thg 10|thg 10|tháng mười",
    "tháng 11|thg 11|thg 11|tháng mười một",
    "tháng 12|thg 12|thg 12|tháng mười hai",
  ],
  weekdays: ["thứ hai|thứ 2", "thứ ba|thứ 3", "thứ tư|thứ 4", "thứ năm|thứ 5", "thứ sáu|thứ 6", "thứ bảy|thứ 7", "chủ nhật"],
  order: "day first",
  until: "đến, đến hết, tới, cho đến, đến ngày, cho đến hết, hết",
  after: "sau",
  from: "từ, kể từ, bắt đầu từ",
  before: "trước",
  on: "ngày, hết, hết ngày, vào, lúc, tới, sau, này, buổi sáng",
  to: "đến, đến hết, tới, đến ngày, -, và, đến hết ngày",
  overmorrow: "ngày kia",
  back: "trở lại, quay lại, làm việc lại, quay trở lại, đi làm lại, hoạt động trở lại, đi làm, ngày đầu, mở cửa, bắt đầu làm việc, hoạt động lại",
  present: "ở bàn làm việc, tại bàn làm việc, có mặt, làm việc, sẵn sàng",
  away: "nghỉ, vắng mặt, đi vắng, ngoài văn phòng, (không) (có mặt|ở|làm việc|thể), công tác, nghỉ phép, ốm, thai sản, hạn chế, đóng cửa, nghỉ lễ, nghỉ tết",
  reply: "trả lời, phản hồi, hồi âm",
  not: "không, chưa, chẳng",
  and: "và, nhưng, sau đó",
  closed: "đóng cửa, công ty nghỉ",
  vague:
    "thông báo mới, (tuần|tháng|năm) (sau|tới|này), (cuối|đầu|giữa) (tuần|tháng|năm), (vài|hai|ba|\\d+) (tuần|ngày|tháng), tết",
  today: "hôm nay",
  tomorrow: "ngày mai",
  left: "không còn (làm việc|công tác|là nhân viên), (đã) (nghỉ việc|nghỉ hưu|thôi việc|rời (khỏi )?công ty)",
  subject:
    "(thư |email )?(trả lời|phản hồi) tự động, tự động trả lời, vắng mặt*, nghỉ phép, (đang )?(đi công tác|nghỉ phép), ngoài văn phòng, không có mặt",
  machine:
    "(đây là|thư này|email này)~(thư|email|tin nhắn|phản hồi)?~tự động, (trả lời|phản hồi|gửi|thư|email) tự động, (vui lòng |xin )?(không|đừng) (trả lời|phản hồi) (thư|email) này",
  ticket: "(yêu cầu|thư|email|phiếu)~(đã được|chúng tôi đã)~(tiếp nhận|ghi nhận|tạo|nhận), (mã|số) (yêu cầu|phiếu|ticket)",
};
