import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { contacts } from "@/db/schema/contacts";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { followUpSubject } from "../../drafts/request/build-draft-request";
import { buildMailRequest, type MailRequest } from "../../drafts/request/mail-request";
import { env } from "../../env/env";
import { AppError } from "../../errors/app-error";
import { mergeData } from "../../templates/render/merge-data";
import { renderTemplate, TemplateError } from "../../templates/render/render-template";
import { sanitizeHtml } from "../../templates/render/sanitize-html";

export type StepPreview = {
  /** Place of the contact among those on the list, from 1; 0 when the list is empty. */
  index: number;
  of: number;
  contactName: string;
  from: string;
  fromName: string;
  to: string;
  subject: string;
  html: string;
  missing: string[];
  /** Why the text cannot be read, if it cannot. */
  problem: string | null;
};

/**
 * One step as one person of the list would get it.
 * @param index place of the person on the list, from 1; beyond the ends it wraps around.
 * @throws AppError "not_found".
 */
export function previewStep(scope: Scope, stepId: string, index: number): Promise<StepPreview> {
  return withTeam(scope, (tx) => previewStepInside(tx, stepId, index));
}

/** The same inside an open transaction. */
export async function previewStepInside(tx: TeamTransaction, stepId: string, index: number): Promise<StepPreview> {
  const [step] = await tx.select().from(campaignSequences).where(eq(campaignSequences.id, stepId));
  if (!step) throw new AppError("not_found");
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, step.campaignId));
  const [team] = await tx.select().from(teams);
  if (!campaign || !team) throw new AppError("not_found");
  const [mailbox] = campaign.senderAccountId
    ? await tx.select().from(senderAccounts).where(eq(senderAccounts.id, campaign.senderAccountId))
    : [];
  const { person, place, of } = await pickPerson(tx, campaign.listId, index);
  const sender = { email: mailbox?.email ?? "your mailbox", displayName: mailbox?.displayName ?? null };
  const data = mergeData({ contact: person ?? nobody, mailbox: sender, teamName: team.name });
  const [first] = await tx
    .select({ subject: campaignSequences.subjectTemplate })
    .from(campaignSequences)
    .where(
      sql`${campaignSequences.campaignId} = ${step.campaignId} and trim(${campaignSequences.subjectTemplate}) <> '' and ${campaignSequences.sequenceOrder} <= ${step.sequenceOrder}`,
    )
    .orderBy(sql`${campaignSequences.sequenceOrder} desc`)
    .limit(1);
  const threaded = step.sequenceOrder > 1 && step.subjectTemplate.trim() === "";
  const shared = {
    index: place,
    of,
    contactName: person?.name ?? person?.email ?? "",
    from: sender.email,
    fromName: sender.displayName ?? sender.email,
    to: person?.email ?? "",
  };
  try {
    const filled = renderTemplate(
      { subject: threaded ? (first?.subject ?? "") : step.subjectTemplate, body: step.bodyTemplate },
      data,
    );
    const request: MailRequest = buildMailRequest({
      from: { senderAccountId: mailbox?.id ?? "", email: shared.from, name: shared.fromName },
      to: { email: shared.to, name: shared.contactName },
      subject: threaded ? followUpSubject(filled.subject) : filled.subject,
      bodyHtml: sanitizeHtml(filled.body),
      signatureHtml: mailbox?.signatureHtml ?? "",
      teamName: team.name,
      postalAddress: team.postalAddress ?? "no postal address yet",
      unsubscribeUrl: `${env().APP_URL}/u/preview`,
      previous: null,
    });
    return { ...shared, subject: request.subject, html: request.html, missing: person ? filled.missing : [], problem: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ...shared, subject: "", html: "", missing: [], problem: error.message };
  }
}

const nobody = { firstName: null, lastName: null, name: null, email: "", company: null, fields: {} };

async function pickPerson(tx: TeamTransaction, listId: string | null, index: number) {
  if (!listId) return { person: null, place: 0, of: 0 };
  const [count] = await readRows<{ of: number }>(
    tx,
    sql`select count(*)::int as of from contact_list_members m join contacts p on p.id = m.contact_id where m.list_id = ${listId} and p.archived_at is null`,
  );
  const of = count?.of ?? 0;
  if (of === 0) return { person: null, place: 0, of };
  const place = ((((index - 1) % of) + of) % of) + 1;
  const [row] = await readRows<{ id: string }>(
    tx,
    sql`select p.id from contact_list_members m join contacts p on p.id = m.contact_id
        where m.list_id = ${listId} and p.archived_at is null order by m.added_at, m.id limit 1 offset ${place - 1}`,
  );
  const [person] = await tx
    .select()
    .from(contacts)
    .where(eq(contacts.id, row?.id ?? ""));
  return { person: person ?? null, place, of };
}
