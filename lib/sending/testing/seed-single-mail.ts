import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { signDraft } from "../../drafts/sign-draft";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { planSingle } from "../../singles/plan-single";
import { singleRunName } from "../../singles/single-run-name";

type Scope = { teamId: string; memberId: string };
export type SingleMail = {
  scope: Scope;
  senderAccountId: string;
  contactId: string;
  singleMailId: string;
  draftId: string;
  runId: string;
  email: string;
};

type Sql = TestDatabase["admin"];
type More = {
  /** In this team and mailbox instead of new ones. */
  beside?: { scope: Scope; senderAccountId: string };
  to?: string;
  /** To the same person, in the thread of this mail, which has left. */
  after?: SingleMail;
  /** Another person than the first of the invented ones. */
  place?: number;
  signedAt?: Date;
};

/** A mail without a campaign that was signed and has a slot `at`. */
export async function seedSingleMail(admin: Sql, at: Date, more: More = {}): Promise<SingleMail> {
  if (more.after) return planned(admin, more.after, more.after, at, more);
  const scope = more.beside?.scope ?? (await seedTeam(admin)).scope;
  const senderAccountId = more.beside?.senderAccountId ?? (await seedMailbox(admin, scope.teamId));
  const [person] = inventPeople(1, more.place ?? 0).map((one) => ({ ...one, email: more.to ?? one.email }));
  const { contactIds } = await seedContacts(admin, scope.teamId, person ? [person] : []);
  return planned(admin, { scope, senderAccountId }, { contactId: contactIds[0] ?? "", email: person?.email ?? "" }, at, more);
}

async function planned(
  admin: Sql,
  { scope, senderAccountId }: { scope: Scope; senderAccountId: string },
  { contactId, email }: { contactId: string; email: string },
  at: Date,
  more: More,
): Promise<SingleMail> {
  const [thread] = more.after
    ? await admin<{ id: string }[]>`select id from deliveries where draft_id = ${more.after.draftId}`
    : [];
  const signedAt = more.signedAt ?? new Date(Math.min(at.getTime(), Date.now()) - 60_000);
  const [draft] = await admin<{ id: string }[]>`
    insert into email_drafts (team_id, contact_id, draft_type, subject, body, sender_account_id, missing_fields)
    values (${scope.teamId}, ${contactId}, ${thread ? "second_followup" : "first_outreach"}::draft_type, ${thread ? "Re: Hello" : "Hello"}, '<p>Hi</p>', ${senderAccountId}, '{}') returning id`;
  const draftId = draft?.id ?? "";
  const [single] = await admin<{ id: string }[]>`
    insert into single_mails (team_id, draft_id, contact_id, recipient_email, thread_delivery_id)
    values (${scope.teamId}, ${draftId}, ${contactId}, ${email}, ${thread?.id ?? null}) returning id`;
  const singleMailId = single?.id ?? "";
  const { hash } = await withTeam(scope, (tx) => buildDraftRequest(tx, draftId));
  await signDraft(scope, draftId, hash, signedAt);
  await withTeam(scope, (tx) => planSingle(tx, scope.teamId, singleMailId, at, signedAt));
  await admin`update single_mails set leave_at = ${at} where id = ${singleMailId}`;
  const [row] = await admin`select admission from single_mails where id = ${singleMailId}`;
  const runId = singleRunName(singleMailId, Number(row?.admission));
  return { scope, senderAccountId, contactId, singleMailId, draftId, runId, email };
}
