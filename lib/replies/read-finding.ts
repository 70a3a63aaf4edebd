import { domainOf, normalAddress } from "../mail/address";
import { keptMessageId } from "../mail/message-ids";
import type { Mailbox } from "../microsoft/graph/clients";
import { type InboxMessage, readMime } from "../microsoft/graph/reading/read-message";
import { itemFault } from "../microsoft/graph/reading/reading-faults";
import type { Finding } from "./finding";
import type { MatchKeys } from "./match-message";
import { answeredIds } from "./message/answered-ids";
import type { Us } from "./message/is-ours";
import { header } from "./message/received-message";
import { needsRaw, understand } from "./message/understand";
import type { Report, Understood } from "./message/understood";

/** Whose mailbox is read: `addresses` are all of its own, `domains` all of its tenant; lower-case. */
export type Own = { senderAccountId: string; addresses: readonly string[]; domains?: readonly string[] };

/**
 * What a message of a mailbox means for a campaign; null for our own mail, for what concerns nobody and for reports of good news.
 * @throws what reading its raw text throws, where it says nothing without.
 */
export async function readFinding(mailbox: Mailbox, own: Own, message: InboxMessage, now: Date): Promise<Finding | null> {
  const us: Us = { addresses: own.addresses, domains: own.domains ?? [...new Set(own.addresses.map(domainOf))] };
  // A contact may be one of the house: whether a colleague writes on in a thread is told where the mail it belongs to is known.
  const { understood, raw } = await understandWith(mailbox, { ...us, domains: [] }, message);
  if (understood.kind === "ours" || understood.kind === "other") return null;
  if (understood.kind === "report" && understood.report.blames === "delivered") return null;
  const isBulk = hasBulkMarks(message, (understood.kind === "unsubscribe" ? understood.otherwise : understood).kind);
  return {
    understood,
    keys: { senderAccountId: own.senderAccountId, ...keysOf(understood, message, isBulk) },
    sendKeys: sendKeysIn(raw),
    internetMessageId: message.internetMessageId,
    graphId: message.graphId,
    fromEmail: message.from,
    subject: message.subject,
    snippet: message.snippet,
    receivedAt: message.receivedAt ?? now,
    byExchange: isExchange(message.from) && !isForged(message) && (!own.domains || own.domains.includes(domainOf(message.from))),
    isBulk,
    isInside: us.domains.includes(domainOf(message.from)),
  };
}

/** Exchange cannot give the raw text of some messages: then their words have to do. */
async function understandWith(mailbox: Mailbox, us: Us, message: InboxMessage): Promise<{ understood: Understood; raw: string }> {
  if (!needsRaw(message)) return { understood: await understand(message, us, null), raw: "" };
  try {
    const raw = await readMime(mailbox, message.graphId);
    return raw === null ? { understood: { kind: "other" }, raw: "" } : { understood: await understand(message, us, raw), raw };
  } catch (error) {
    const understood = itemFault(error) && (await understand(message, us, null));
    if (!understood || (understood.kind === "report" && understood.report.recipient === null)) throw error;
    return { understood, raw: "" };
  }
}

function keysOf(understood: Understood, message: InboxMessage, isBulk: boolean): Omit<MatchKeys, "senderAccountId"> {
  const { conversationId, subject } = message;
  const named = understood.kind === "report" ? understood.report : understood.kind === "complaint" ? understood : null;
  const answers = answeredIds(message);
  // A list's mail answers us only where it says so: its sender may be a contact who writes to everybody.
  if (!named) return { answers, conversationId, subject, address: isBulk ? null : message.from, report: false };
  const about = named.originalMessageId ? [keptMessageId(named.originalMessageId), ...answers] : answers;
  const address = understood.kind === "report" ? wroteTo(understood.report) : named.recipient;
  return { answers: [...new Set(about)], conversationId, subject, address, report: true };
}

/** Where a forward behind the contact failed, the report names somebody else. */
const wroteTo = ({ blames, recipient, writtenTo }: Report) => (blames === "forwarder" ? (writtenTo ?? recipient) : recipient);

/** The header that travels with every mail of ours. */
const sendKeyLine = /^x-countersign-key:\s*([0-9a-f]{32})\b/gim;
const sendKeysIn = (raw: string) => [...new Set([...raw.matchAll(sendKeyLine)].flatMap(([, key]) => key?.toLowerCase() ?? []))];

const isExchange = (from: string | null) => normalAddress(from ?? "").startsWith("microsoftexchange329e71ec");

/** It came from outside, and the sender's domain did not vouch for it. Exchange says nothing of the kind about what it wrote itself. */
const isForged = (message: InboxMessage) => /\b(?:dmarc|compauth)=fail\b/i.test(header(message, "authentication-results") ?? "");

/** By these a mail says that it went to many. A machine's answer is called bulk although it goes to one. */
function hasBulkMarks(message: InboxMessage, kind: Understood["kind"]): boolean {
  const marks = ["list-id", "list-unsubscribe", "list-post", "mailing-list", "x-beenthere"];
  if (marks.some((name) => header(message, name))) return true;
  return kind !== "automatic" && /^(list|bulk|junk)$/i.test((header(message, "precedence") ?? "").trim());
}
