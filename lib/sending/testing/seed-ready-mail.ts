import { withTeam } from "@/db/access/with-team";
import { type InventedPerson, inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import type { TestDatabase } from "@/db/testing/test-database";
import { buildDraftRequest } from "../../mail/build-draft-request";

/** Whether a mail is one of a campaign's, or one by hand without a campaign. What holds of both is proved of both. */
export const mailKinds = ["campaign", "single"] as const;
/** With answers to what somebody wrote, which are mails by hand: what holds in the database alone is proved of them, too. */
export const everyKind = [...mailKinds, "answer"] as const;
export type MailKind = (typeof everyKind)[number];

export type ReadyMail = {
  kind: MailKind;
  scope: { teamId: string; memberId: string };
  senderAccountId: string;
  /** Of a mail without a campaign: one that runs beside it, which it does not belong to. */
  campaignId: string;
  contactId: string;
  /** Empty of a mail without a campaign. */
  campaignContactId: string;
  /** Only of a mail without a campaign. */
  singleMailId?: string;
  draftId: string;
  runId: string;
  email: string;
  unsubscribeToken: string;
};

type Sql = TestDatabase["admin"];
type World = Pick<ReadyMail, "kind" | "scope" | "senderAccountId" | "campaignId">;

/**
 * A team with one contact whose first mail is signed and whose slot is `at`: it may leave at any hour, as the only one of its day or,
 * where there are follow-ups, as the first of many. One of a campaign, if nothing is said.
 */
export async function seedReadyMail(
  admin: Sql,
  at: Date,
  more: { to?: string; followUps?: number; kind?: MailKind } = {},
): Promise<ReadyMail> {
  const { kind = "campaign" } = more;
  const { scope } = await seedTeam(admin);
  const senderAccountId = await seedMailbox(admin, scope.teamId);
  const people = inventPeople(1).map((person) => ({ ...person, email: more.to ?? person.email }));
  const { contactIds, listId } = await seedContacts(admin, scope.teamId, people, { listName: "One" });
  const followUps = Array.from({ length: more.followUps ?? 0 }, (_, index) => ({
    name: `Follow-up ${index + 1}`,
    subject: "",
    body: `<p>And? ${index + 2}</p>`,
  }));
  const rules = followUps.length > 0 ? { dailyLimit: 100, spacingSeconds: 0 } : { dailyLimit: 1, spacingSeconds: 60 };
  const { campaignId } = await seedCampaign(admin, scope.teamId, {
    name: "C",
    status: "active",
    listId,
    senderAccountId,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }, ...followUps],
    settings: { ...anyHour, zone: "UTC", ...rules },
  });
  return makeReady(admin, { kind, scope, senderAccountId, campaignId }, people[0], contactIds[0], at);
}

/** A mail of the same kind to another contact, as ready as the first: of the same campaign, or by hand. @param place among those who come after the first. */
export async function seedNextReadyMail(admin: Sql, first: ReadyMail, at: Date, place = 1): Promise<ReadyMail> {
  const people = inventPeople(1, place);
  const { contactIds } = await seedContacts(admin, first.scope.teamId, people);
  return makeReady(admin, first, people[0], contactIds[0], at);
}

/** The same person in another campaign from the same mailbox, which enrols them later; its mail is as ready as the first. */
export async function seedSamePerson(admin: Sql, first: ReadyMail, at: Date): Promise<ReadyMail> {
  const { campaignId } = await seedCampaign(admin, first.scope.teamId, {
    name: "Later",
    status: "active",
    senderAccountId: first.senderAccountId,
    steps: [{ name: "Introduction", subject: "Hello again", body: "<p>Hi</p>" }],
    settings: { ...anyHour, zone: "UTC", dailyLimit: 1, spacingSeconds: 60 },
  });
  return makeReady(admin, { ...first, kind: "campaign", campaignId }, undefined, first.contactId, at);
}

/**
 * The next mail of the contact, after the one before was accepted: in its thread, signed, its slot `at`. @returns the same with its draft.
 * After a mail by hand it is one by hand, too.
 */
export async function seedFollowUp(admin: Sql, mail: ReadyMail, step: number, at: Date): Promise<ReadyMail> {
  if (mail.kind !== "campaign") return seedHandFollowUp(admin, mail, at, `<p>And? ${step}</p>`);
  const draftId = await seedDraft(admin, mail.campaignContactId, { step, status: "scheduled" });
  await admin`update email_drafts set subject = 'Re: Hello' where id = ${draftId}`;
  await signAndSlot(admin, mail.scope, draftId, at);
  return { ...mail, draftId };
}

/** A mail by hand in the thread of one that was accepted, of whatever kind that was: signed, its slot `at`. */
export async function seedHandFollowUp(admin: Sql, before: ReadyMail, at: Date, body = "<p>And?</p>"): Promise<ReadyMail> {
  const [row] = await admin`select id from deliveries where draft_id = ${before.draftId}`;
  const text = { subject: "Re: Hello", body, threadDeliveryId: String(row?.id) };
  return makeReadyByHand(admin, { ...before, kind: "single" }, { email: before.email }, before.contactId, at, text);
}

type Person = Pick<InventedPerson, "email"> | undefined;
const runId = "run-1";

async function makeReady(admin: Sql, world: World, person: Person, contactId = "", at: Date): Promise<ReadyMail> {
  if (world.kind !== "campaign") return makeReadyByHand(admin, world, person, contactId, at);
  const { kind, scope, senderAccountId, campaignId } = world;
  const campaignContactId = await seedEnrolment(admin, campaignId, contactId, { runId });
  const draftId = await seedDraft(admin, campaignContactId, { status: "scheduled" });
  await signAndSlot(admin, scope, draftId, at);
  const [row] = await admin`select unsubscribe_token from campaign_contacts where id = ${campaignContactId}`;
  const mail = { draftId, runId, email: person?.email ?? "", unsubscribeToken: String(row?.unsubscribe_token) };
  return { kind, scope, senderAccountId, campaignId, contactId, campaignContactId, ...mail };
}

async function makeReadyByHand(
  admin: Sql,
  { kind, scope, senderAccountId, campaignId }: World,
  person: Person,
  contactId: string,
  at: Date,
  text: { subject?: string; body?: string; threadDeliveryId?: string } = {},
): Promise<ReadyMail> {
  const made = await seedSingle(admin, { ...scope, senderAccountId }, contactId, {
    ...{ ...text, status: "scheduled", runId, leaveAt: at },
    answersMessageId: kind === "answer" ? await seedAnswered(admin, { scope, senderAccountId, contactId }, at) : null,
  });
  await signAndSlot(admin, scope, made.draftId, at);
  const { draftId, singleMailId, unsubscribeToken } = made;
  const mail = { draftId, runId, email: person?.email ?? "", unsubscribeToken };
  return { kind, scope, senderAccountId, campaignId, contactId, campaignContactId: "", singleMailId, ...mail };
}

/** What they wrote an hour before, as it was read at once. */
async function seedAnswered(
  admin: Sql,
  world: Pick<ReadyMail, "scope" | "senderAccountId" | "contactId">,
  at: Date,
): Promise<string> {
  const { scope, ...place } = world;
  const { messageId } = await seedThread(admin, { ...place, teamId: scope.teamId }, { at: new Date(at.getTime() - 3_600_000) });
  await admin`update mailbox_messages set created_at = received_at where id = ${messageId}`;
  await admin`update email_replies set created_at = received_at where contact_id = ${place.contactId}`;
  return messageId;
}

async function signAndSlot(admin: Sql, scope: ReadyMail["scope"], draftId: string, at: Date) {
  const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
  await admin`update email_drafts set request = ${admin.json(request)}, request_hash = ${hash} where id = ${draftId}`;
  await admin`insert into signatures (team_id, draft_id, hash, kind) values (${scope.teamId}, ${draftId}, ${hash}, 'person')`;
  await seedSlot(admin, draftId, at);
}
