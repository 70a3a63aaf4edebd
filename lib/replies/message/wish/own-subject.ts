import { header, type ReceivedMessage } from "../received-message";

const mark =
  "(re|aw|antw|antwort|sv|vs|rv|r|rif|res|resp|odp|odpověď|ad|ynt|yan|ответ|отв|відп|на|απ|回复|回覆|答复|答覆|返信|답장|회신|רד|השב|رد|vá|válasz|tr|fw|fwd|wg|i|enc|rvs|pd|doorst|vb|fs|továbbítás|ilt|πρθ|转发|轉寄|fyi|gl|bls)";
const prefix = new RegExp(`(?:^|\\s)${mark}\\s?(\\[\\d+\\])?\\s?[:：]`, "iu");

/**
 * What the writer put into the subject themselves: all of a subject of their own, or what stands before the mark of an answer; what we
 * wrote to them is not their words. An answer without any text may have a subject that was typed over.
 */
export function ownSubject(message: ReceivedMessage): string {
  const subject = message.subject.trim();
  const topic = header(message, "thread-topic")?.trim();
  const before = topic && subject.includes(topic) ? subject.slice(0, subject.indexOf(topic)) : subject;
  const answers = prefix.exec(before);
  if (answers && answers.index > 0) return before.slice(0, answers.index).trim();
  return answers ? (message.text.trim() === "" ? before.slice(answers[0].length).trim() : "") : before.trim();
}
