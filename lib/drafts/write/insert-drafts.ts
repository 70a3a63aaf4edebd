import { eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { openStatuses } from "@/db/schema/words";
import { isAsLaunched } from "../../shown/signed-by-launch";
import { checkDrafts, mayBeSigned } from "../check-draft";
import { type ComposedDraft, draftTypeOf } from "./compose-draft";
import { keepSignatures } from "./keep-signatures";
import type { Writing } from "./read-writing";

/** A draft before it is kept. */
export type Composed = { writing: Writing; text: ComposedDraft };
/** The same, kept under an id. */
type Kept = Composed & { id: string };

/**
 * Keeps written drafts, one a contact and step: what was written twice is kept once. Where launching is the signature, a draft
 * that comes from the template as launched and passes every check is signed by it; all others wait for a person, and all do once
 * signature block, mailbox or team are others than whoever launched saw.
 * @returns how many are new.
 */
export async function insertDrafts(tx: TeamTransaction, drafts: Composed[], now: Date): Promise<number> {
  if (drafts.length === 0) return 0;
  const kept = await insert(tx, drafts, now);
  const signed = await signByLaunch(tx, kept, now);
  await sayWritten(tx, kept, signed);
  return kept.length;
}

/** In one statement, with one parameter: a thousand rows of parameters take longer to put together than to write. */
async function insert(tx: TeamTransaction, drafts: Composed[], now: Date): Promise<Kept[]> {
  const rows = drafts.map(({ writing, text }) => ({
    contact: writing.contactId,
    type: draftTypeOf(writing.step.sequenceOrder, writing.steps),
    // Half of a letter that a template cut in two cannot be kept.
    subject: text.subject.toWellFormed(),
    body: text.body.toWellFormed(),
    campaign: writing.campaignId,
    enrolled: writing.campaignContactId,
    sequence: writing.step.id,
    step: writing.step.sequenceOrder,
    version: writing.step.version,
    sender: writing.senderAccountId,
    writer: text.writtenBy,
    missing: text.missing,
  }));
  const at = sql`${now.toISOString()}::timestamptz`;
  const inserted = await readRows<{ id: string; enrolled: string }>(
    tx,
    sql`insert into email_drafts (contact_id, draft_type, subject, body, created_at, updated_at, campaign_id, campaign_contact_id, sequence_id, sequence_step,
          sequence_version, sender_account_id, written_by, missing_fields)
        select x.contact, x.type, x.subject, x.body, ${at}, ${at}, x.campaign, x.enrolled, x.sequence, x.step, x.version, x.sender, x.writer, x.missing
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(contact uuid, type draft_type, subject text, body text, campaign uuid, enrolled uuid,
          sequence uuid, step int, version int, sender uuid, writer text, missing text[])
        on conflict do nothing returning id, campaign_contact_id as enrolled`,
  );
  const ids = new Map(inserted.map(({ id, enrolled }) => [enrolled, id]));
  return drafts.flatMap((draft) => {
    const id = ids.get(draft.writing.campaignContactId);
    return id ? [{ ...draft, id }] : [];
  });
}

/** @returns the ids of those that are signed. */
async function signByLaunch(tx: TeamTransaction, kept: Kept[], now: Date): Promise<Set<string>> {
  const some = kept.filter(({ writing, text }) => writing.signsByLaunch && text.writtenBy === "template");
  const checked = await checkDrafts(
    tx,
    some.map(({ id, writing, text }) => ({
      id,
      campaignId: writing.campaignId,
      body: text.body,
      missingFields: text.missing,
      editedSubject: null,
      editedBody: null,
    })),
  );
  const ready = some.flatMap((draft) => {
    const mail = checked.get(draft.id);
    return mail && mayBeSigned(mail.checks) ? [{ ...draft, request: mail.request, hash: mail.hash }] : [];
  });
  const signed = new Set<string>();
  for (const [campaignId, launchedBy] of new Map(ready.map(({ writing }) => [writing.campaignId, writing.launchedBy]))) {
    // Both are asked after the mails were put together: what was changed before that is seen.
    if (!(await isAsLaunched(tx, campaignId))) continue;
    const versions = await readVersions(tx, campaignId);
    const these = ready.filter(
      ({ writing }) => writing.campaignId === campaignId && versions.get(writing.step.id) === writing.step.version,
    );
    await keepSignatures(tx, { kind: "launch", signedBy: launchedBy }, these, now);
    for (const { id } of these) signed.add(id);
  }
  return signed;
}

async function readVersions(tx: TeamTransaction, campaignId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: campaignSequences.id, version: campaignSequences.version })
    .from(campaignSequences)
    .where(eq(campaignSequences.campaignId, campaignId));
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/**
 * The model is silent no longer, and a first mail waits for its signature; one that has it, for the look at its campaign that says what it waits for.
 * Locked in one order, so that two writers never wait for each other.
 */
async function sayWritten(tx: TeamTransaction, kept: Kept[], signed: Set<string>) {
  const first = kept.filter(({ id, writing }) => writing.step.sequenceOrder === 1 && !signed.has(id));
  const waits = sql`(c.id = any(${sql.param(first.map(({ writing }) => writing.campaignContactId))}::uuid[]) and c.status in ${anyOf(openStatuses)})`;
  await tx.execute(
    sql`with these as materialized (
          select c.id, ${waits} as waits from campaign_contacts c
          where c.id = any(${sql.param(kept.map(({ writing }) => writing.campaignContactId))}::uuid[]) and (c.model_silent_until is not null or ${waits})
          order by c.id for no key update)
        update campaign_contacts c set model_silent_until = null, wait_reason = case when t.waits then 'needs_signature' else c.wait_reason end,
          next_at = case when t.waits then null else c.next_at end
        from these t where c.id = t.id`,
  );
}
