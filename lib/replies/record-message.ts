import { and, eq, isNull, sql } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { ignoredSenders, mailboxMessages } from "@/db/schema/replies";
import { isModelConfigured } from "../assistant/is-model-configured";
import { emit } from "../events/emit";
import { normalAddress } from "../mail/address";
import { askToKeep } from "../received/kept/ask-to-keep";
import { noteMessage } from "../threads/note-message";
import type { RecordedMessage } from "./effects/about";
import { actOnMessage } from "./effects/act-on-message";
import { findMatch } from "./effects/find-match";
import { isOld } from "./effects/is-old";
import { isTheirAddress } from "./effects/is-their-address";
import { lockConcerned } from "./effects/lock-concerned";
import { reviewUnplaced } from "./effects/review-unplaced";
import { type Read, rowOf } from "./effects/row-of";
import type { Finding } from "./finding";
import type { Match } from "./match-message";
import { reportOwnTrouble } from "./report-own-trouble";
import { guessOwners } from "./unplaced/guess-owners";
import { hideCopies, isCopyOf } from "./unplaced/hide-copies";

/**
 * Writes what a mailbox told us, once, and does what it means in the same transaction: the row is unique per mailbox and Message-ID, and what
 * came into two mailboxes acts once. What belongs to no mail of ours and may do so is written down for a person to place; what cannot
 * leaves no trace.
 * @returns whether something new was written.
 */
export async function recordMessage(teamId: string, finding: Finding, now: Date): Promise<boolean> {
  return withTeam({ teamId, memberId: null }, (tx) => record(tx, teamId, finding, now));
}

async function record(tx: TeamTransaction, teamId: string, finding: Finding, now: Date): Promise<boolean> {
  const { understood, keys, receivedAt } = finding;
  const match = await findMatch(tx, finding);
  if (match === "among us") return false;
  if (understood.kind === "unsubscribe") {
    if (match) return recordMatched(tx, teamId, finding, { ...rowOf(finding), isOld: false }, match, now);
    const { otherwise } = understood;
    // Nobody of this team has that token: it is what its words make it.
    if (otherwise.kind === "ours" || otherwise.kind === "other") return false;
    return record(tx, teamId, { ...finding, understood: otherwise }, now);
  }
  const old = await isOld(tx, keys.senderAccountId, receivedAt, match);
  const row = { ...rowOf(finding), isOld: old };
  if (!match) return mayConcernUs(finding) && keepUnplaced(tx, teamId, finding, row, now);
  return recordMatched(tx, teamId, finding, row, match, now);
}

async function recordMatched(tx: TeamTransaction, teamId: string, finding: Finding, read: Read, match: Match, now: Date) {
  const row = await blamedRightly(tx, read, match);
  await lockConcerned(tx, row, match);
  if (await isKnown(tx, row, match.contactId)) return false;
  const message = await keepPlaced(tx, row, match);
  if (!message) return false;
  await hideCopies(tx, message, now);
  if (message.isOld) {
    await noteMessage(tx, message, match.contactId);
    return true;
  }
  await reportOwnTrouble(tx, teamId, finding, match, now);
  await actOnMessage(tx, { teamId, memberId: null }, message, match, now);
  await askToKeep(tx, teamId, message);
  if (isModelConfigured() && message.wish === null && ["reply", "meeting"].includes(message.kind))
    await emit(tx, "mailbox/answered", [{ eventId: `answered:${message.id}`, data: { teamId, messageId: message.id } }]);
  return true;
}

/** What failed may be an address behind theirs, to which they forward: that one is not ours to judge. */
async function blamedRightly(tx: TeamTransaction, row: Read, match: Match): Promise<Read> {
  if (row.blames !== "address" || !row.failedAddress || (await isTheirAddress(tx, row.failedAddress, match))) return row;
  return { ...row, kind: "soft_bounce", blames: "forwarder" };
}

/** The same message was read already, in this mailbox or another, and is theirs. */
async function isKnown(tx: TeamTransaction, { internetMessageId }: Read, contactId: string): Promise<boolean> {
  const known = await tx
    .select({ id: mailboxMessages.id })
    .from(mailboxMessages)
    .where(and(isCopyOf(internetMessageId), eq(mailboxMessages.contactId, contactId)))
    .limit(1);
  return known.length > 0;
}

/**
 * One that belonged to nobody so far, because Exchange had yet to find its thread, gets its place, unless a person has decided about it.
 * @returns null where there is nothing to do.
 */
async function keepPlaced(tx: TeamTransaction, row: Read, match: Match): Promise<RecordedMessage | null> {
  const { contactId, campaignContactId, matchedBy } = match;
  const place = { contactId, campaignContactId, matchedBy };
  const [fresh] = await tx
    .insert(mailboxMessages)
    .values({ ...row, ...place })
    .onConflictDoNothing()
    .returning();
  if (fresh) return fresh;
  const { senderAccountId, internetMessageId, kind, blames, isOld } = row;
  const [placed] = await tx
    .update(mailboxMessages)
    .set({ ...place, kind, hiddenAt: null, hiddenBy: null })
    .where(
      and(
        eq(mailboxMessages.senderAccountId, senderAccountId),
        eq(mailboxMessages.internetMessageId, internetMessageId),
        isNull(mailboxMessages.contactId),
        isNull(mailboxMessages.placedAt),
      ),
    )
    .returning();
  // Whom a report blames, and whether a mail of ours had left before it, is told only now that it is known whose it is.
  return placed ? { ...placed, blames, isOld: isOld ?? placed.isOld } : null;
}

/** What somebody of our own wrote, or a newsletter, is no answer of anybody that could not be placed. */
const mayConcernUs = ({ isBulk, isInside, understood: { kind } }: Finding) =>
  !isBulk && (!isInside || kind === "report" || kind === "complaint");

/** Whoever was said to be not for us stays hidden, and so does what is placed in another mailbox. */
async function keepUnplaced(tx: TeamTransaction, teamId: string, finding: Finding, row: Read, now: Date): Promise<boolean> {
  const review = await reviewUnplaced(tx, teamId, row, now);
  const elsewhere = sql`exists (select 1 from ${mailboxMessages} where ${isCopyOf(row.internetMessageId)} and ${mailboxMessages.contactId} is not null)`;
  const ignored = sql`exists (select 1 from ${ignoredSenders} where ${ignoredSenders.emailNorm} = ${normalAddress(row.fromEmail ?? "")})`;
  const fresh = await tx
    .insert(mailboxMessages)
    .values({ ...row, hiddenAt: sql`case when ${elsewhere} or ${ignored} then ${now.toISOString()}::timestamptz end` })
    .onConflictDoNothing()
    .returning({ id: mailboxMessages.id, hiddenAt: mailboxMessages.hiddenAt, isOld: mailboxMessages.isOld });
  const [kept] = fresh;
  if (kept && !kept.hiddenAt && !kept.isOld) {
    await review();
    const { fromEmail, subject, snippet: text, keys } = finding;
    const guesses = await guessOwners(tx, {
      fromEmail,
      subject,
      text,
      conversationId: keys.conversationId,
      answers: keys.answers,
    });
    if (guesses.length > 0) await tx.update(mailboxMessages).set({ guesses }).where(eq(mailboxMessages.id, kept.id));
  }
  return kept !== undefined;
}
