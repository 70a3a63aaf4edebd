import { textOf } from "../mail/sanitize-html";
import { answerRules } from "./answer-rules";
import { askForMail } from "./ask-for-mail";
import { AssistantError } from "./assistant-error";
import { onlyKnownLinks } from "./only-known-links";

export type AnswerTask = {
  /** What somebody wants to answer, in a few words; "" leaves it to the model. */
  note: string;
  /** The text that stands there already, as HTML; null where none does. */
  present: string | null;
  subject: string;
  sender: { name: string; email: string };
  recipient: { name: string; company: string | null };
  /** The last mails of the thread as plain text, the oldest first. */
  letters: { from: "us" | "them"; at: string; text: string }[];
};

/**
 * Has a model draft an answer, from the letters of its thread and a note alone.
 * @returns sanitised HTML. @throws AssistantError: `temporary` ones are worth trying again.
 */
export async function writeAnswer(task: AnswerTask, signal?: AbortSignal): Promise<string> {
  const { note, present, subject, sender, recipient, letters } = task;
  const material = {
    note,
    present: present && textOf(present),
    subject,
    sender,
    recipient,
    letters: letters.map(({ from, at, text }) => (from === "them" ? { from, at, quoted: text } : { from, at, text })),
  };
  const { body } = await askForMail(answerRules, material, signal);
  if (/[{}]/.test(body)) throw new AssistantError("The model left fields unfilled.", true);
  const known = [note, present ?? "", sender.email, ...letters.map(({ text }) => text)].join("\n");
  const answer = onlyKnownLinks(body, known);
  if (answer === null) throw new AssistantError("The model wrote an address that nobody gave it.", true);
  return answer;
}
