import { header, type ReceivedMessage } from "../received-message";

const subjects =
  /^(undeliver(able|ed)|unzustellbar|nicht zustellbar|non remis|no se puede entregar|no entregable|mancato recapito|non recapitabile|onbestelbaar|não é possível entregar|kan inte levereras|nie można dostarczyć|delivery (status notification|delayed|failure|has failed)|mail delivery (failed|system)|mail system error|returned mail|failure notice|warning: message .+ delayed|配信不能|не удается доставить)/iu;

/** Whether a message is about a delivery: by its class, the header Exim and Gmail put on it, its sender, and then its form or its words. */
export function isReport(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  // Receipts of reading, or of deleting unread, are reports too, but say nothing of delivery.
  if (/\.ipnn?rn$/.test(kind)) return false;
  if (kind.startsWith("report.")) return true;
  if (header(message, "x-failed-recipients")) return true;
  const local = (message.from ?? "").trim().toLowerCase().split("@")[0] ?? "";
  // Nobody writes as these; a postmaster may be a person.
  if (local.startsWith("microsoftexchange329e71ec") || local === "mailer-daemon") return true;
  const form = header(message, "content-type") ?? "";
  return local === "postmaster" && (subjects.test(message.subject.trim()) || /report-type="?delivery-status/i.test(form));
}
