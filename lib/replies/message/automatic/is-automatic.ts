import { header, type ReceivedMessage } from "../received-message";

/** Headers that only a machine's answer has. */
const marks = ["x-autoreply", "x-autorespond", "x-auto-reply-from", "x-apple-action"];

// Exchange's automatic answers carry the subject in the language of the mailbox that sends them; the colon may stand apart.
const subjects =
  /^(automatic reply|auto ?response|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|autosvar|automaattinen vastaus|automatisk svar|automatická odpověď|odpowiedź automatyczna|automatikus válasz|răspuns automat|otomatik yanıt|автоматический ответ|автоматична відповідь|αυτόματη απάντηση|自動応答|自动答复|自動回覆|자동 회신|out of office|abwesend|abwesenheitsnotiz|auto(matic)?[- ]?reply)(?![\p{L}\p{N}])/iu;
const asksForProof =
  /(?<!\p{L})(verif(y|ication|ier|iez)|authenti(cate|cation|fication|fier)|confirm(ez|ation)?|bestätig(en|ung)|verificación)(?!\p{L})/iu;

/** Whether a machine, or a rule of a mailbox, answered by itself: by class and headers, and where those are silent, by its words. */
export function isAutomatic(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  if (/^(ipm\.note\.rules\.|report\.|ipm\.outlook\.recall)/.test(kind)) return true;
  const submitted = header(message, "auto-submitted");
  if (submitted && submitted.trim().toLowerCase() !== "no") return true;
  if (marks.some((name) => header(message, name))) return true;
  // A list and a ticket system call a person's answer bulk too.
  const answers = header(message, "in-reply-to") ?? header(message, "references");
  const precedence = (header(message, "precedence") ?? "").trim().toLowerCase();
  if (precedence === "auto_reply" || (!answers && /^(bulk|junk)$/.test(precedence))) return true;
  // Nobody but a machine says that a failed delivery is of no interest.
  if (header(message, "return-path")?.trim() === "<>") return true;
  return subjects.test(message.subject.trim()) || isChallenge(message);
}

/** A filter asks us to prove that we are people. It answers nothing, so that a person's "please confirm" in a thread is none. */
function isChallenge(message: ReceivedMessage): boolean {
  const answers = header(message, "in-reply-to") || header(message, "references");
  return !answers && asksForProof.test(message.subject) && /https?:\/\//i.test(message.text) && message.text.length < 2000;
}
