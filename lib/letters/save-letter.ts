import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { letters } from "@/db/schema/letters";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { emailTemplates } from "@/db/schema/templates";
import type { Member } from "../auth/member";
import { answersElsewhere } from "../drafts/place";
import { AppError } from "../errors/app-error";
import { oneLine } from "../mail/one-line";
import { sanitizeHtml } from "../mail/sanitize-html";
import { toTemporal } from "../schedule/clock/to-temporal";
import { formatTime } from "../schedule/words/format-time";
import type { LetterInput, LetterView } from "./letter";
import { type LetterRow, lockLetter } from "./lock-letter";
import { keepMails } from "./mails/keep-mails";
import { type LockedMail, lockMails, standsOf } from "./mails/lock-mails";
import { mostPeople } from "./most-people";
import { leaveOf, stateOf, viewLetter } from "./read-letter";

/**
 * Keeps what somebody writes, and a mail of it for each of its people. The first time makes the letter, under the id that its page made: whatever is
 * asked twice is there once. The same again changes nothing, whatever version it began with, so that a lost answer is asked for anew.
 * @throws AppError "not_found" for what is another team's, "invalid" for people who cannot be written to, "conflict" where it was changed, signed or
 * discarded meanwhile.
 */
export function saveLetter(member: Member, input: LetterInput, now: Date): Promise<LetterView> {
  return withTeam(member, async (tx) => {
    const around = await readAround(tx, input);
    const text = textOf(input);
    const made = await tx
      .insert(letters)
      .values({ id: input.letterId, writtenBy: member.memberId, ...text, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
      .returning();
    const before = await lockLetter(tx, input.letterId);
    if (before.threadId) throw new AppError("conflict", answersElsewhere);
    const mails = await lockMails(tx, before.id);
    const people = await lockPeople(tx, input, mails);
    const isSame = made.length > 0 || (isSameText(before, text) && hasSamePeople(mails, input));
    const state = stateOf(before, mails.map(standsOf));
    if (state !== "draft") {
      if (isSame) return viewLetter(tx, member, before, now);
      throw new AppError("conflict", sayOver(state));
    }
    if (!isSame && before.version !== input.version) throw new AppError("conflict", sayChanged(member, before, now));
    refuseMore(mails, people);
    const letter = isSame ? before : await keepText(tx, before, text, now);
    await keepMails(tx, member, letter, mails, { ...around, people, newThreads: input.newThreads }, now);
    return viewLetter(tx, member, letter, now);
  });
}

/** What of a letter stands in its own row. */
type Text = ReturnType<typeof textOf>;

function textOf(input: LetterInput) {
  const { kind, day, time, zone } = input.leave;
  return {
    senderAccountId: input.senderAccountId,
    templateId: input.templateId,
    subject: oneLine(input.subject),
    body: sanitizeHtml(input.body),
    leave: kind,
    leaveDay: day,
    leaveTime: time,
    leaveZone: zone,
  };
}

function isSameText(letter: LetterRow, text: Text): boolean {
  const { senderAccountId, templateId, subject, body } = letter;
  const kept = { senderAccountId, templateId, subject, body, ...leaveOf(letter) };
  const given = { ...text, kind: text.leave, day: text.leaveDay, time: text.leaveTime?.replace(/^0(?=\d)/, "") ?? null };
  return (
    kept.senderAccountId === given.senderAccountId &&
    kept.templateId === given.templateId &&
    kept.subject === given.subject &&
    kept.body === given.body &&
    kept.kind === given.kind &&
    kept.day === given.day &&
    kept.time === given.time &&
    kept.zone === text.leaveZone
  );
}

function hasSamePeople(mails: LockedMail[], { contactIds, newThreads }: LetterInput): boolean {
  // Who is over stays in the letter, whether its page still names them or not.
  const known = new Set(mails.filter((mail) => standsOf(mail) !== "off").map(({ contactId }) => contactId));
  const open = mails.filter((mail) => standsOf(mail) === "draft");
  const given = new Set(contactIds);
  const apart = new Set(newThreads);
  return (
    contactIds.every((id) => known.has(id)) &&
    open.every(({ contactId, newThread }) => given.has(contactId) && newThread === apart.has(contactId))
  );
}

async function keepText(tx: TeamTransaction, before: LetterRow, text: Text, now: Date): Promise<LetterRow> {
  const [letter] = await tx
    .update(letters)
    .set({ ...text, version: before.version + 1, updatedAt: now })
    .where(and(eq(letters.id, before.id), eq(letters.version, before.version)))
    .returning();
  if (!letter) throw new AppError("conflict");
  return letter;
}

/** The mailbox, the template and the team that a letter names. */
async function readAround(tx: TeamTransaction, input: LetterInput) {
  const [mailbox] = await tx
    .select({ email: senderAccounts.email, displayName: senderAccounts.displayName })
    .from(senderAccounts)
    .where(and(eq(senderAccounts.id, input.senderAccountId), ne(senderAccounts.status, "removed")));
  if (!mailbox) throw new AppError("not_found", "This mailbox is not connected any more. Choose another one.");
  if (input.templateId !== null) await refuseUnknown(tx, input.templateId, input.letterId);
  const [team] = await tx.select({ name: teams.name, handFooter: teams.handFooter }).from(teams);
  if (!team) throw new AppError("not_found");
  return { mailbox, team };
}

/** One that was deleted since the letter was begun with it keeps nothing from being written on: what was taken from it stands in the letter. */
async function refuseUnknown(tx: TeamTransaction, templateId: string, letterId: string): Promise<void> {
  const known = tx.select({ id: emailTemplates.id }).from(emailTemplates).where(eq(emailTemplates.id, templateId));
  const begun = tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, letterId), eq(letters.templateId, templateId)));
  if ((await known).length === 0 && (await begun).length === 0)
    throw new AppError("not_found", "This template does not exist any more. Choose another one, or none.");
}

/** The people that a letter names. Who is new in it is locked first, so that nobody archives them before their mail is there to be seen. */
async function lockPeople(tx: TeamTransaction, { contactIds }: LetterInput, mails: LockedMail[]) {
  const ids = [...new Set(contactIds)];
  const open = new Set(mails.filter(({ endedReason }) => endedReason === null).map(({ contactId }) => contactId));
  const added = sql.param(ids.filter((id) => !open.has(id)));
  await tx.execute(sql`select 1 from contacts where id = any(${added}::uuid[]) order by id for share`);
  const found = ids.length > 0 ? await tx.select().from(contacts).where(inArray(contacts.id, ids)) : [];
  const byId = new Map(found.map((person) => [person.id, person]));
  const people = ids.flatMap((id) => byId.get(id) ?? []);
  if (people.length < ids.length)
    throw new AppError("not_found", "One of these people does not exist any more. Take them out; your text is still here.");
  const archived = people.filter(({ archivedAt }) => archivedAt).map(({ name, email }) => name ?? email);
  if (archived.length > 0) throw new AppError("invalid", undefined, { contactIds: sayArchived(archived) });
  return people;
}

/** Those whose mail is signed or has left are of a letter, too, whether its page still names them or not. */
function refuseMore(mails: LockedMail[], people: { id: string }[]): void {
  const signed = mails.filter((mail) => standsOf(mail) === "signed").map(({ contactId }) => contactId);
  if (new Set([...signed, ...people.map(({ id }) => id)]).size <= mostPeople) return;
  throw new AppError("invalid", undefined, {
    contactIds: `A letter goes to ${mostPeople} people at most, and ${signed.length} of its mails are signed. Begin another letter for the rest.`,
  });
}

function sayArchived(names: string[]): string {
  const [first] = names;
  return names.length === 1
    ? `${first} is archived. Take them out, or bring them back under Contacts.`
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are archived. Take them out, or bring them back under Contacts.`;
}

function sayOver(state: LetterView["state"]): string {
  return state === "discarded"
    ? "This letter was discarded meanwhile. Bring it back, or begin another."
    : "This letter is signed, so it stays as it is. Take the signature back to change it, or begin another.";
}

export function sayChanged(member: Member, letter: LetterRow, now: Date): string {
  const when = formatTime(toTemporal(letter.updatedAt), { now: toTemporal(now), timeZone: member.timezone });
  return `This letter was changed in another window, or by somebody else, ${when}. Yours stays here: keep it in place of theirs, or leave it.`;
}
