import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { everyDay, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { buildDraftRequest } from "../../mail/build-draft-request";

export type ReadyMail = {
  scope: { teamId: string; memberId: string };
  campaignId: string;
  draftId: string;
  runId: string;
  email: string;
  campaignContactId: string;
  senderAccountId: string;
};

type Sql = TestDatabase["admin"];

/**
 * A team with one contact whose first mail is signed and whose slot is `at`: it may leave at any hour, as the only one of its day or,
 * where there are follow-ups, as the first of many.
 */
export async function seedReadyMail(admin: Sql, at: Date, more: { to?: string; followUps?: number } = {}): Promise<ReadyMail> {
  const team = await seedTeam(admin);
  const scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const mailbox = await seedMailbox(admin, scope.teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const [person] = inventPeople(1);
  const { contactIds, listId } = await seedContacts(admin, scope.teamId, inventPeople(1), { listName: "One" });
  const contactId = contactIds[0] ?? "";
  const email = more.to ?? person?.email ?? "";
  const followUps = Array.from({ length: more.followUps ?? 0 }, (_, index) => ({
    name: `Follow-up ${index + 1}`,
    subject: "",
    body: "<p>And?</p>",
  }));
  const rules = followUps.length > 0 ? { dailyLimit: 100, spacingSeconds: 0 } : { dailyLimit: 1, spacingSeconds: 60 };
  const runId = "run-1";
  const { campaignId, stepIds } = await seedCampaign(admin, scope.teamId, {
    name: "C",
    status: "active",
    listId,
    senderAccountId: mailbox,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }, ...followUps],
    settings: { start: "00:00", end: "24:00", days: everyDay, zone: "UTC", ...rules },
  });
  const id = async (rows: Promise<readonly Record<string, unknown>[]>) => String((await rows)[0]?.id);
  const enrolled =
    await id(admin`insert into campaign_contacts (team_id, campaign_id, contact_id, sender_account_id, recipient_email, run_id)
    values (${scope.teamId}, ${campaignId}, ${contactId}, ${mailbox}, ${email}, ${runId}) returning id`);
  const draftId =
    await id(admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
    values (${scope.teamId}, ${contactId}, 'first_outreach', 'Hello', '<p>Hi</p>', 'scheduled', ${campaignId}, ${enrolled}, ${stepIds[0] ?? ""}, 1, ${mailbox}) returning id`);
  await signAndSlot(admin, scope, draftId, at);
  return { scope, campaignId, draftId, runId, email, campaignContactId: enrolled, senderAccountId: mailbox };
}

/** The next mail of the contact, after the one before was accepted: in its thread, signed, its slot `at`. @returns the same with its draft. */
export async function seedFollowUp(admin: Sql, mail: ReadyMail, step: number, at: Date): Promise<ReadyMail> {
  const [row] =
    await admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, status, campaign_id, campaign_contact_id, sequence_id, sequence_step, sender_account_id)
    select c.team_id, c.contact_id, 'second_followup', 'Re: Hello', ${`<p>And? ${step}</p>`}, 'scheduled', c.campaign_id, c.id, s.id, ${step}, c.sender_account_id
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = ${step}
    where c.id = ${mail.campaignContactId} returning id`;
  const draftId = String(row?.id);
  await signAndSlot(admin, mail.scope, draftId, at);
  return { ...mail, draftId };
}

async function signAndSlot(admin: Sql, scope: ReadyMail["scope"], draftId: string, at: Date) {
  const { request, hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
  await admin`update email_drafts set request = ${admin.json(request)}, request_hash = ${hash} where id = ${draftId}`;
  await admin`insert into signatures (team_id, draft_id, hash, kind) values (${scope.teamId}, ${draftId}, ${hash}, 'person')`;
  await admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
    select team_id, id, contact_id, sender_account_id, ${at}, campaign_id, campaign_contact_id from email_drafts where id = ${draftId}`;
}
