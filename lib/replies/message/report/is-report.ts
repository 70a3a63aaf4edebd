import { header, type ReceivedMessage } from "../received-message";
import { findCause } from "./find-cause";
import { flat, fold } from "./fold";
import { aboutYours, failingSubject, failingWords } from "./report-subjects";
import { repliesIn, tellWords } from "./tell-words";

/** Nobody writes as these. */
const daemons = /^(?:microsoftexchange329e71ec|mailer-?daemon|mail-?daemon|mail[-.]?delivery)/;
const postmaster = /^post[-_]?master/;
const robots =
  /^(?:no-?reply|do-?not-?reply|ne-?pas-?repondre|nicht-?antworten|keine-?antwort|no-?responder|nao-?responda|non-?rispondere|niet-?antwoorden|nie-?odpowiadaj|svara-?(?:ej|inte)|mdaemon|bounces?\b|mta\b|mail-?system|mail-?admin|anti-?spam|mail-?gateway)/;
/** What else is delivered, and fails to be. */
const parcels =
  /parcel|package|shipment|courier|your order|paket|sendung|lieferung|colis|livraison|paquete|pedido|encomenda|pacco|spedizione|pakket|paczk|посылк|荷物|包裹/;

/** Whether a message is about a delivery: by its class, its headers, its sender, and then its form and its words together. */
export function isReport(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  const form = header(message, "content-type") ?? "";
  // Receipts of reading, or of deleting unread, are reports too, but say nothing of delivery; complaints are about what was delivered.
  if (/\.ipnn?rn$/.test(kind) || /report-type="?(?:disposition-notification|feedback-report)/i.test(form)) return false;
  if (kind.startsWith("report.")) return true;
  if (/^ipm\.(?:schedule|note\.rules\.|note\.microsoft\.)/.test(kind)) return false;
  if (/report-type="?(?:global-)?delivery-status/i.test(form)) return true;
  if (header(message, "x-failed-recipients") !== undefined || header(message, "x-ms-exchange-message-is-ndr") !== undefined)
    return true;
  const local = (message.from ?? "").trim().toLowerCase().split("@")[0] ?? "";
  return daemons.test(local) || tellsOfFailure(message, local);
}

/** A person who asks about a report writes as a person: with a name of their own, or in the thread. */
function tellsOfFailure(message: ReceivedMessage, local: string): boolean {
  const title = fold(message.subject).trim();
  const submitted = header(message, "auto-submitted")?.trim().toLowerCase();
  const isMarked =
    local === "" || (submitted !== undefined && submitted !== "no") || header(message, "return-path")?.trim() === "<>";
  const isServer = local === "" || postmaster.test(local);
  if ((!isMarked && !isServer && !robots.test(local)) || /^(?:re|aw|sv|vs|antw|odp|tr|fwd?|wg|rv|enc|i)\s*:/.test(title))
    return false;
  const { told } = tellWords(message.body || message.text);
  const words = flat(told);
  const isTitled = failingSubject.some((one) => one.test(title));
  const isAnswered = repliesIn(told).length > 0;
  const isFailing = failingWords.some((one) => one.test(words));
  const hasCause = () => told.includes("@") && findCause(told, false) !== null;
  if (isServer) {
    const isThreaded = header(message, "in-reply-to") !== undefined && !isMarked;
    return isTitled || (isFailing && isAnswered && !isThreaded) || (isMarked && (isFailing || hasCause()));
  }
  if (!isTitled || parcels.test(`${title} ${words}`)) return false;
  const isOurs = () => told.includes("@") || aboutYours.some((one) => one.test(words));
  return isFailing || isAnswered || (robots.test(local) && isOurs() && findCause(told, false) !== null);
}
