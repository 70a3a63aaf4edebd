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
  mailbox: string;
  campaignId: string;
  contactId: string;
  enrolmentId: string;
  draftId: string;
  runId: string;
  email: string;
  unsubscribeToken: string;
};

/** A team with one contact whose first mail is signed and whose slot is `at`: it may leave at any hour. */
export async function seedReadyMail(admin: TestDatabase["admin"], at: Date): Promise<ReadyMail> {
  const { scope } = await seedTeam(admin);
  const mailbox = await seedMailbox(admin, scope.teamId);
  const people = inventPeople(1);
  const { contactIds, listId } = await seedContacts(admin, scope.teamId, people, { listName: "One" });
  const { campaignId } = await seedCampaign(admin, scope.teamId, {
    name: "C",
    status: "active",
    listId,
    senderAccountId: mailbox,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: { ...anyHour, zone: "UTC", dailyLimit: 1, spacingSeconds: 60 },
  });
  return makeReady(admin, { scope, mailbox, campaignId }, people[0], contactIds[0], at);
}

/** Another contact of the same campaign, as ready as the first. */
export async function seedNextReadyMail(admin: TestDatabase["admin"], first: ReadyMail, at: Date): Promise<ReadyMail> {
  const people = inventPeople(1, 1);
  const { contactIds } = await seedContacts(admin, first.scope.teamId, people);
  return makeReady(admin, first, people[0], contactIds[0], at);
}

async function makeReady(
  admin: TestDatabase["admin"],
  { scope, mailbox, campaignId }: Pick<ReadyMail, "scope" | "mailbox" | "campaignId">,
  person: InventedPerson | undefined,
  contactId = "",
  at: Date,
): Promise<ReadyMail> {
  const runId = "run-1";
  const enrolmentId = await seedEnrolment(admin, campaignId, contactId, { runId });
  const draftId = await seedDraft(admin, enrolmentId, { status: "scheduled" });
  const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
  await admin`update email_drafts set request = ${admin.json(request)}, request_hash = ${hash} where id = ${draftId}`;
  await admin`insert into signatures (team_id, draft_id, hash, kind) values (${scope.teamId}, ${draftId}, ${hash}, 'person')`;
  await seedSlot(admin, draftId, at);
  const [row] = await admin`select unsubscribe_token from campaign_contacts where id = ${enrolmentId}`;
  const unsubscribeToken = String(row?.unsubscribe_token);
  return { scope, mailbox, campaignId, contactId, enrolmentId, draftId, runId, email: person?.email ?? "", unsubscribeToken };
}
