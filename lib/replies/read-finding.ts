import { domainOf, normalAddress } from "../mail/address";
import type { Mailbox } from "../microsoft/graph/clients";
import { type InboxMessage, readMime } from "../microsoft/graph/read-message";
import { itemFault } from "../microsoft/graph/reading-faults";
import { answeredIds, classifyMessage } from "./message/classify-message";
import { readReport } from "./message/report/read-report";
import type { Report } from "./message/understood";
import type { Finding } from "./record-message";

/** Whose mailbox is read: `addresses` are all of its own, lower-case. */
export type Own = { senderAccountId: string; addresses: readonly string[] };

/**
 * What a message of the inbox means for a campaign; null for our own mail, for what concerns nobody and for reports of good news.
 * @throws what reading a report's raw text throws, where its words say nothing either.
 */
export async function readFinding(mailbox: Mailbox, own: Own, message: InboxMessage, now: Date): Promise<Finding | null> {
  const kind = classifyMessage(message, own.addresses);
  if (kind === "ours" || kind === "other") return null;
  const told = {
    internetMessageId: message.internetMessageId,
    graphId: message.graphId,
    fromEmail: message.from,
    subject: message.subject,
    snippet: message.snippet,
    receivedAt: message.receivedAt ?? now,
    ownTrouble: null,
  };
  const keys = {
    senderAccountId: own.senderAccountId,
    answers: answeredIds(message),
    conversationId: message.conversationId,
    address: message.from,
    subject: message.subject,
    report: false,
  };
  // A list's mail answers us only where it says so: its sender may be a contact who writes to everybody.
  if (kind === "list") return { ...told, kind: "reply", keys: { ...keys, address: null }, statusCode: null };
  if (kind !== "report") return { ...told, kind, keys, statusCode: null };
  const report = await reportIn(mailbox, message);
  if (!report || report.blames === "delivered") return null;
  const answers = report.originalMessageId ? [report.originalMessageId, ...keys.answers] : keys.answers;
  return {
    ...told,
    kind: report.blames === "address" ? "bounce" : "soft_bounce",
    keys: { ...keys, answers, address: wroteTo(report), report: true, byExchange: isOurExchange(own, message.from) },
    statusCode: report.status,
    ownTrouble: report.reach !== null && isOurExchange(own, message.from) ? report.status : null,
  };
}

/** Where a forward behind the contact failed, the report names somebody else. */
const wroteTo = ({ blames, recipient, writtenTo }: Report) => (blames === "forwarder" ? (writtenTo ?? recipient) : recipient);

/** Who reports about our account is our own Exchange; a server elsewhere, or a contact, may write the same words. */
function isOurExchange({ addresses }: Own, from: string | null): boolean {
  const isExchange = normalAddress(from ?? "").startsWith("microsoftexchange329e71ec");
  return isExchange && addresses.some((one) => domainOf(one) === domainOf(from));
}

/** Exchange cannot give the raw text of a report about signed mail: then its words have to do. */
async function reportIn(mailbox: Mailbox, message: InboxMessage): Promise<Report | null> {
  try {
    const mime = await readMime(mailbox, message.graphId);
    return mime === null ? null : await readReport(message, mime);
  } catch (error) {
    const words = itemFault(error) && (await readReport(message, null));
    if (!words?.recipient) throw error;
    return words;
  }
}
