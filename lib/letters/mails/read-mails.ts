import { asc, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { emailDrafts } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { deliveries } from "@/db/schema/sending";
import { withExchange } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { mayBeSigned } from "../../drafts/check-draft";
import { type CheckedSingle, checkSingles } from "../../drafts/single/check-singles";
import { findSameDay } from "../../drafts/single/judge-single";
import { readKeptRequest } from "../../mail/read-kept-request";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatDay, formatTime } from "../../schedule/words/format-time";
import { nameCity } from "../../schedule/words/name-city";
import { zoneOfPerson } from "../../schedule/zones/zone-of-person";
import type { LetterMail } from "../letter";
import type { LetterRow } from "../lock-letter";
import { moveTo } from "./move-to";
import { readThreads, type Thread } from "./read-threads";
import { sayLeaves } from "./say-leaves";
import { discarded } from "./take-off";

type Row = {
  draft: typeof emailDrafts.$inferSelect;
  single: typeof singleMails.$inferSelect;
  contact: typeof contacts.$inferSelect;
  delivery: typeof deliveries.$inferSelect | null;
};

/** The mails of a letter, each as it would arrive, in the order in which its people were added. Who was taken off it is left out. */
export async function readMails(tx: TeamTransaction, member: Member, letter: LetterRow, now: Date): Promise<LetterMail[]> {
  const rows: Row[] = (
    await tx
      .select({ draft: emailDrafts, single: singleMails, contact: contacts, delivery: deliveries })
      .from(singleMails)
      .innerJoin(emailDrafts, eq(emailDrafts.id, singleMails.draftId))
      .innerJoin(contacts, eq(contacts.id, singleMails.contactId))
      .leftJoin(deliveries, eq(deliveries.draftId, emailDrafts.id))
      .where(eq(singleMails.letterId, letter.id))
      .orderBy(asc(singleMails.createdAt), asc(singleMails.id))
  ).filter(({ draft, single }) => single.endedReason !== "discarded" || (letter.discardedAt && draft.rejectReason === discarded));
  if (rows.length === 0) return [];
  const reader = { now, timeZone: member.timezone, sender: member.teamTimezone };
  const checked = await checkSingles(
    tx,
    rows.map(({ draft }) => draft),
    reader,
  );
  const threads = await readThreads(
    tx,
    rows.map(({ contact }) => contact.id),
    letter.senderAccountId,
  );
  const mails: LetterMail[] = [];
  for (const row of rows) {
    const told = checked.get(row.draft.id);
    if (!told) continue;
    const thread = await threadOf(tx, row, threads.get(row.contact.id)?.thread ?? null, reader);
    const sameDay = await sameDayOf(tx, row, told, reader);
    mails.push(show(row, told, { thread, sameDay, letter, reader }));
  }
  return mails;
}

function show(
  row: Row,
  told: CheckedSingle,
  around: Pick<LetterMail, "thread" | "sameDay"> & { letter: LetterRow; reader: Reader & { sender: string } },
): LetterMail {
  const { draft, single, contact } = row;
  const { now, timeZone, sender } = around.reader;
  const state = stateOf(row);
  const kept = state === "left" ? readKeptRequest(draft.request) : null;
  const request = kept && "request" in kept ? kept.request : told.request;
  const zone = zoneOfPerson(contact);
  const isOpen = state === "draft" || state === "signed";
  const at = isOpen ? (told.single?.leavesAt ?? null) : null;
  return {
    draftId: draft.id,
    singleMailId: single.id,
    contact: { id: contact.id, name: contact.name ?? contact.email, email: request.to.email, company: contact.company },
    readsIn: zone ? { timeZone: zone, city: nameCity(zone) } : null,
    state,
    kind: draft.draftType === "first_outreach" ? "first mail" : "follow-up",
    thread: around.thread,
    subject: request.subject,
    html: request.html,
    from: request.from.email,
    fromName: request.from.name,
    text: { subject: draft.editedSubject ?? draft.subject, body: draft.editedBody ?? draft.body },
    isOwn: draft.editedBody !== null || draft.editedSubject !== null,
    hash: told.hash,
    checks: isOpen ? told.checks : [],
    mayBeSigned: state === "draft" && mayBeSigned(told.checks),
    sameDay: isOpen ? around.sameDay : null,
    leaves:
      at && sayLeaves(at, now, { writer: timeZone, reader: zone, sender }, state === "draft" ? chosenOf(around.letter) : null),
  };
}

const chosenOf = ({ leave, leaveDay, leaveTime, leaveZone }: LetterRow) =>
  leave === "at" ? { day: leaveDay, time: leaveTime, zone: leaveZone } : null;

type Reader = { now: Date; timeZone: string };

/** What is certain comes first: a mail that left stays so. */
function stateOf({ draft, single, delivery }: Row): LetterMail["state"] {
  const left = draft.status === "sent" || (delivery !== null && withExchange.includes(delivery.state));
  if (left) return "left";
  if (single.endedReason !== null || draft.rejectedAt || draft.status === "failed") return "over";
  return draft.status === "draft" ? "draft" : "signed";
}

async function threadOf(
  tx: TeamTransaction,
  { draft, single }: Row,
  possible: Thread | null,
  { now, timeZone }: Reader,
): Promise<LetterMail["thread"]> {
  const say = (at: Date) => formatDay(toTemporal(at), { now: toTemporal(now), timeZone });
  if (single.threadDeliveryId === null || single.threadDeliveryId === possible?.deliveryId)
    // A mail that left is the last of its own thread and joins nothing.
    return possible && draft.status !== "sent"
      ? { subject: possible.subject, at: say(possible.at), joined: single.threadDeliveryId !== null }
      : null;
  // Another mail to them left meanwhile: this one stays in the thread that was shown.
  const [before] = await tx
    .select({ at: deliveries.acceptedAt })
    .from(deliveries)
    .where(eq(deliveries.id, single.threadDeliveryId));
  return before?.at ? { subject: draft.subject, at: say(before.at), joined: true } : null;
}

async function sameDayOf(
  tx: TeamTransaction,
  { single }: Row,
  told: CheckedSingle,
  reader: Reader,
): Promise<LetterMail["sameDay"]> {
  const facts = told.single;
  const mail = facts && findSameDay(facts, reader.timeZone);
  if (!facts?.leavesAt || !mail || single.endedReason !== null) return null;
  const rules = await readSendingRules(tx, mail.campaignId);
  const at = formatTime(toTemporal(mail.at), { now: toTemporal(reader.now), timeZone: reader.timeZone });
  const to = moveTo(rules, { slot: mail.at, byHand: facts.leavesAt }, reader);
  return { campaign: mail.campaign, draftId: mail.draftId, at, to };
}
