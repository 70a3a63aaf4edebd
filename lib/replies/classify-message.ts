/** What a message in the mailbox is. `own` is our mail to ourselves; it concerns nobody. */
export type MessageKind = "reply" | "report" | "automatic" | "own";

export type ReceivedMessage = {
  from: string | null;
  subject: string;
  /** MAPI message class (`String 0x001A`), such as IPM.Note or REPORT.IPM.Note.NDR. */
  messageClass: string | null;
  odataType: string | null;
  headers: { name: string; value: string }[];
};

// Exchange's automatic answers carry the subject in the language of the mailbox that sends them.
const automaticSubjects =
  /^(automatic reply|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|autosvar|automaattinen vastaus|out of office|abwesend|auto(matic)?[- ]?reply)\b\s*:?/i;
const reportSubjects =
  /^(undeliverable|unzustellbar|non remis|no se puede entregar|mancato recapito|onbestelbaar|delivery status notification|mail delivery failed|returned mail|failure notice)\b/i;

/**
 * Sorts a message: first reports, then automatic answers and meeting answers; what is left was written by a person.
 * Sources: RFC 3834 (Auto-Submitted), RFC 3464 (reports), Exchange's message classes.
 */
export function classifyMessage(message: ReceivedMessage, ownAddress: string): MessageKind {
  const from = (message.from ?? "").trim().toLowerCase();
  const kind = (message.messageClass ?? "").toLowerCase();
  if (isReport(message, from, kind)) return "report";
  if (from === ownAddress.toLowerCase()) return "own";
  if (isAutomatic(message, kind)) return "automatic";
  return "reply";
}

function isReport(message: ReceivedMessage, from: string, kind: string) {
  // Receipts of reading, or of deleting unread, are reports too, but say nothing of delivery.
  if (/\.ipnn?rn$/.test(kind)) return false;
  if (kind.startsWith("report.")) return true;
  const local = from.split("@")[0] ?? "";
  const fromSystem = local.startsWith("microsoftexchange329e71ec") || local === "postmaster" || local === "mailer-daemon";
  return fromSystem && (reportSubjects.test(message.subject) || /multipart\/report/i.test(header(message, "content-type") ?? ""));
}

function isAutomatic(message: ReceivedMessage, kind: string) {
  if (kind.startsWith("ipm.note.rules.") || kind.startsWith("report.")) return true;
  if ((message.odataType ?? "").toLowerCase().includes("eventmessage") || kind.startsWith("ipm.schedule.")) return true;
  const submitted = header(message, "auto-submitted");
  if (submitted && submitted.trim().toLowerCase() !== "no") return true;
  if (header(message, "x-autoreply") || header(message, "x-autorespond") || header(message, "x-auto-reply-from")) return true;
  if (header(message, "list-id")) return true;
  if (/^(auto_reply|bulk|junk|list)$/i.test((header(message, "precedence") ?? "").trim())) return true;
  return automaticSubjects.test(message.subject.trim());
}

/** First header of that name, case-insensitively. */
function header(message: Pick<ReceivedMessage, "headers">, name: string): string | undefined {
  return message.headers.find((one) => one.name.toLowerCase() === name)?.value;
}

/** Message-IDs this message answers: In-Reply-To first, then References, latest first, without doubles. */
export function answeredIds(message: Pick<ReceivedMessage, "headers">): string[] {
  const ids = (text: string | undefined) => text?.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...ids(header(message, "in-reply-to")), ...ids(header(message, "references")).reverse()])];
}
