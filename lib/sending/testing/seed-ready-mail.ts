import { withTeam } from "@/db/access/with-team";
import { type InventedPerson, inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment, seedSlot } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { buildDraftRequest } from "../../mail/build-draft-request";

export type ReadyMail = {
  scope: { teamId: string; memberId: string };
  senderAccountId: string;
  campaignId: string;
  contactId: string;
  campaignContactId: string;
  draftId: string;
  runId: string;
  email: string;
  unsubscribeToken: string;
};

type Sql = TestDatabase["admin"];

/**
 * A team with one contact whose first mail is signed and whose slot is `at`: it may leave at any hour, as the only one of its day or,
 * where there are follow-ups, as the first of many.
 */
export async function seedReadyMail(admin: Sql, at: Date, more: { to?: string; followUps?: number } = {}): Promise<ReadyMail> {
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
  return makeReady(admin, { scope, senderAccountId, campaignId }, people[0], contactIds[0], at);
}

/** Another contact of the same campaign, as ready as the first. @param place among those who come after the first. */
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
  return makeReady(admin, { ...first, campaignId }, undefined, first.contactId, at);
}

/** The next mail of the contact, after the one before was accepted: in its thread, signed, its slot `at`. @returns the same with its draft. */
export async function seedFollowUp(admin: Sql, mail: ReadyMail, step: number, at: Date): Promise<ReadyMail> {
  const draftId = await seedDraft(admin, mail.campaignContactId, { step, status: "scheduled" });
  await admin`update email_drafts set subject = 'Re: Hello' where id = ${draftId}`;
  await signAndSlot(admin, mail.scope, draftId, at);
  return { ...mail, draftId };
}

async function makeReady(
  admin: Sql,
  { scope, senderAccountId, campaignId }: Pick<ReadyMail, "scope" | "senderAccountId" | "campaignId">,
  person: InventedPerson | undefined,
  contactId = "",
  at: Date,
): Promise<ReadyMail> {
  const runId = "run-1";
  const campaignContactId = await seedEnrolment(admin, campaignId, contactId, { runId });
  const draftId = await seedDraft(admin, campaignContactId, { status: "scheduled" });
  await signAndSlot(admin, scope, draftId, at);
  const [row] = await admin`select unsubscribe_token from campaign_contacts where id = ${campaignContactId}`;
  const unsubscribeToken = String(row?.unsubscribe_token);
  const email = person?.email ?? "";
  return { scope, senderAccountId, campaignId, contactId, campaignContactId, draftId, runId, email, unsubscribeToken };
}

async function signAndSlot(admin: Sql, scope: ReadyMail["scope"], draftId: string, at: Date) {
  const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
  await admin`update email_drafts set request = ${admin.json(request)}, request_hash = ${hash} where id = ${draftId}`;
  await admin`insert into signatures (team_id, draft_id, hash, kind) values (${scope.teamId}, ${draftId}, ${hash}, 'person')`;
  await seedSlot(admin, draftId, at);
}
