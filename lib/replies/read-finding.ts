import { normalAddress } from "../mail/address";
import type { Mailbox } from "../microsoft/graph/clients";
import { type InboxMessage, readMime } from "../microsoft/graph/read-message";
import { itemFault } from "../microsoft/graph/reading-faults";
import { answeredIds } from "./message/answered-ids";
import { wentToMany } from "./message/is-notice";
import { needsRaw, understand } from "./message/understand";
import type { Understood } from "./message/understood";
import type { Finding } from "./record-message";

/** Whose mailbox is read: `addresses` are all of its own, lower-case. */
export type Own = { senderAccountId: string; addresses: readonly string[] };

/**
 * What a message of the inbox means for a campaign; null for our own mail, for what concerns nobody and for reports of good news.
 * @throws what reading a report's raw text throws, where its words say nothing either.
 */
export async function readFinding(mailbox: Mailbox, own: Own, message: InboxMessage, now: Date): Promise<Finding | null> {
  const understood = await understandWhole(mailbox, own, message);
  if (understood === null || ["ours", "other", "complaint"].includes(understood.kind)) return null;
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
  if (understood.kind === "report") {
    const { blames, status, recipient, originalMessageId } = understood.report;
    const answers = originalMessageId ? [originalMessageId, ...keys.answers] : keys.answers;
    return {
      ...told,
      kind: blames === "address" ? "bounce" : "soft_bounce",
      keys: { ...keys, answers, address: recipient, report: true },
      statusCode: status,
      ownTrouble: blames === "ours" && isExchange(message.from) ? status : null,
    };
  }
  if (understood.kind === "automatic") return { ...told, kind: "automatic", keys, statusCode: null };
  // A list's mail answers us only where it says so: its sender may be a contact who writes to everybody.
  return { ...told, kind: "reply", keys: wentToMany(message) ? { ...keys, address: null } : keys, statusCode: null };
}

/** Who reports about our account is our own Exchange; a server elsewhere, or a contact, may write the same words. */
const isExchange = (from: string | null) => normalAddress(from ?? "").startsWith("microsoftexchange329e71ec");

/** Exchange cannot give the raw text of a report about signed mail: then its words have to do. */
async function understandWhole(mailbox: Mailbox, own: Own, message: InboxMessage): Promise<Understood | null> {
  // A colleague who writes on in a thread is told from the contact where the mail is known: a contact may be one of the house.
  const us = { addresses: own.addresses, domains: [] };
  if (!needsRaw(message)) return understand(message, us, null);
  try {
    const mime = await readMime(mailbox, message.graphId);
    return mime === null ? null : await understand(message, us, mime);
  } catch (error) {
    const understood = itemFault(error) ? await understand(message, us, null) : null;
    if (understood?.kind === "complaint" || (understood?.kind === "report" && understood.report.recipient)) return understood;
    throw error;
  }
}
