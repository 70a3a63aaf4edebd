import { header, type ReceivedMessage } from "./received-message";

const listMarks = ["list-id", "list-unsubscribe", "list-post", "mailing-list", "x-beenthere"];
/** Mailboxes that nobody writes from. */
const machine =
  /^(.*[._+-])?(no[._-]?reply|do[._-]?not[._-]?reply|donotrespond|ne[._-]?pas[._-]?repondre|nicht[._-]?antworten|noresponder|nao[._-]?responda|nepasrepondre|notif(y|ications?|ication|ier)?|alerts?|newsletters?|news|mailer|mailings?|quarantine|fax|e-?fax|voicemail|invitations?|updates?|digest|reminders?|calendar-notification|security|announce(ments?)?|marketing|promo(tions)?|bounces?|automated|system)([._+-].*)?$/;
/** Said by who answers, by machine or not; a notice answers nothing. */
const answersMarked =
  /^\s*\[?(re|aw|antw|sv|vs|r|rif|res|odp|ynt|ответ|отв|回复|回覆|返信|답장|auto|autom\p{L}+|auto-?(repl|respon|answer|antwort)\p{L}*)(?!\p{L})|thanks? (you )?for (your (request|message|enquiry|inquiry|e-?mail)|contacting|getting in touch|reaching out|writing)|(received|regarding|about) your (request|message|enquiry|inquiry|ticket|e-?mail)|ticket #|case #|dank für ihre|ihre (anfrage|nachricht|e-?mail) (ist|wurde|haben wir)|(merci (pour|de)|bien reçu|suite à) votre|gracias por (su|contactar)|hemos recibido su|grazie per (la sua|averci)|abbiamo ricevuto la (sua|vostra)|お問い合わせ|自動返信|您的(来信|邮件)已/iu;
/** A subject that calls itself automatic is an answer, whoever sends it. */
const automatic = /automat|automát|αυτόματ|автомат|otomatik|自動|自动|자동|تلقائي|אוטומטי/iu;

/** Whether it went to a list or to many. */
function wentToMany(message: ReceivedMessage): boolean {
  return listMarks.some((name) => header(message, name)) || /^list$/i.test((header(message, "precedence") ?? "").trim());
}

/**
 * Whether it concerns nobody: a receipt of reading, voice mail, a newsletter, a notice of some service. What answers in a thread is never
 * one for being sent through a list.
 */
export function isNotice(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  if (/^ipm\.note\.microsoft\.(voicemail|fax|missed)/.test(kind) || /^ipm\.schedule\.meeting\.notification/.test(kind))
    return true;
  if (isReceipt(message)) return true;
  if (header(message, "in-reply-to") || header(message, "references") || answers(message)) return false;
  const local = (message.from ?? "").trim().toLowerCase().split("@")[0] ?? "";
  const submitted = (header(message, "auto-submitted") ?? "").trim().toLowerCase();
  return (
    wentToMany(message) ||
    machine.test(local) ||
    (submitted !== "" && submitted !== "no" && !submitted.startsWith("auto-replied"))
  );
}

/** That our mail was shown, or thrown away unread (RFC 8098): a program's word, which says nothing of what anybody thinks. */
export function isReceipt(message: ReceivedMessage): boolean {
  return (
    /\.ipnn?rn$/i.test(message.messageClass ?? "") ||
    /report-type="?disposition-notification/i.test(header(message, "content-type") ?? "")
  );
}

/** Its subject or its words answer something, whatever its headers hold. */
const answers = (message: ReceivedMessage) =>
  automatic.test(message.subject) ||
  answersMarked.test(message.subject) ||
  (!header(message, "list-unsubscribe") && answersMarked.test(message.text.slice(0, 500)));
