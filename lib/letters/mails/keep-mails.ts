import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import type { contacts } from "@/db/schema/contacts";
import { buildDraftRequests } from "../../mail/build-draft-requests";
import { soundJson } from "../../mail/text/sound-json";
import type { LetterRow } from "../lock-letter";
import { fillLetter } from "./fill-letter";
import { type LockedMail, standsOf } from "./lock-mails";
import { readThreads } from "./read-threads";
import { bringBack, takeOff } from "./take-off";
import { changeMails, type LetterText, makeMails } from "./write-mails";

type Given = {
  people: (typeof contacts.$inferSelect)[];
  /** For whom it begins a thread although there is one. */
  newThreads: string[];
  mailbox: { email: string; displayName: string | null };
  team: { name: string; handFooter: boolean };
};

/**
 * Keeps one mail for each person of a letter as the letter stands: mails of new people are made, those of people taken off it go, all others get its text.
 * What is signed stays as it is, and so does what somebody wrote for one person alone. The caller holds the letter and the mails it has.
 */
export async function keepMails(
  tx: TeamTransaction,
  scope: Scope,
  letter: LetterRow,
  before: LockedMail[],
  given: Given,
  now: Date,
): Promise<void> {
  const wanted = new Set(given.people.map(({ id }) => id));
  const off = before.filter((mail) => standsOf(mail) === "draft" && !wanted.has(mail.contactId));
  await takeOff(
    tx,
    scope,
    off.map(({ draftId }) => draftId),
    now,
  );
  const back = before.filter((mail) => standsOf(mail) === "off" && wanted.has(mail.contactId));
  await bringBack(tx, back, now);
  const known = new Map(before.map((mail) => [mail.contactId, mail]));
  const changing = given.people.filter(({ id }) => {
    const mail = known.get(id);
    return !mail || ["draft", "off"].includes(standsOf(mail));
  });
  const mails = await fillAll(tx, letter, { ...given, people: changing }, known);
  await makeMails(
    tx,
    letter,
    mails.filter(({ contactId }) => !known.has(contactId)),
    now,
  );
  await changeMails(
    tx,
    letter,
    mails.filter(({ contactId }) => known.has(contactId)),
    now,
  );
  await keepRequests(
    tx,
    mails.map(({ draftId }) => draftId),
  );
}

async function fillAll(
  tx: TeamTransaction,
  letter: LetterRow,
  { people, newThreads, mailbox, team }: Given,
  known: Map<string, LockedMail>,
): Promise<LetterText[]> {
  if (people.length === 0) return [];
  const threads = await readThreads(
    tx,
    people.map(({ id }) => id),
    letter.senderAccountId,
  );
  return people.map((contact) => {
    const { thread, wasMailed } = threads.get(contact.id) ?? { thread: null, wasMailed: false };
    const newThread = newThreads.includes(contact.id);
    const joined = newThread ? null : thread;
    const { subject, body, missing } = fillLetter(
      // A thread keeps its subject, so a field that stands only in the letter's own is not missed.
      { subject: joined ? "" : letter.subject, body: letter.body },
      { contact, mailbox, teamName: team.name },
    );
    return {
      draftId: known.get(contact.id)?.draftId ?? randomUUID(),
      contactId: contact.id,
      subject: joined?.subject ?? subject,
      body,
      missing,
      type: wasMailed ? "second_followup" : "first_outreach",
      email: contact.email,
      thread: joined?.deliveryId ?? null,
      newThread,
      plain: !team.handFooter || (joined?.isAnswered ?? false),
      answers: null,
      quoted: null,
    };
  });
}

/** Of each the mail it is now, as whoever edits one keeps it. */
export async function keepRequests(tx: TeamTransaction, draftIds: string[]) {
  if (draftIds.length === 0) return;
  const built = [...(await buildDraftRequests(tx, draftIds))].map(([id, { request, hash }]) => ({ id, request, hash }));
  await tx.execute(sql`update email_drafts d set request = x.request, request_hash = x.hash
    from jsonb_to_recordset(${soundJson(built)}::jsonb) as x(id uuid, request jsonb, hash text)
    where d.id = x.id and d.status = 'draft' and d.request_hash is distinct from x.hash`);
}
