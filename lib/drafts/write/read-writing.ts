import { eq, inArray, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { teams } from "@/db/schema/teams";
import { emailTemplates } from "@/db/schema/templates";
import type { ReviewMode } from "@/db/schema/words";
import type { MergeData } from "../../templates/render/field-scope";
import { type MergeSource, mergeData } from "../../templates/render/merge-data";
import type { TemplateTexts } from "../../templates/render/render-template";
import { unwritten } from "./read-unwritten";

/** Everything one draft is written from. */
export type Writing = {
  campaignId: string;
  campaignContactId: string;
  contactId: string;
  senderAccountId: string;
  step: typeof campaignSequences.$inferSelect;
  steps: number;
  /** Launching is the signature on templates. Where every mail is signed by hand it is not, nor to somebody who has answered. */
  signsByLaunch: boolean;
  launchedBy: string | null;
  data: MergeData;
  sender: { name: string; email: string };
  /** Template a model writes from besides the step's own text. */
  template: TemplateTexts | null;
  /** The mail before in the thread, as it left. */
  previous: { subject: string; body: string } | null;
};

type Row = {
  id: string;
  campaignId: string;
  contactId: string;
  senderAccountId: string;
  hasAnswered: boolean;
  stepId: string;
  steps: number;
  reviewMode: ReviewMode;
  launchedBy: string | null;
  contact: MergeSource["contact"];
  mailbox: MergeSource["mailbox"];
  previous: Writing["previous"];
};

/** What the next draft of each of these contacts is written from, in their order. One that is over, or has its draft since, is left out. */
export async function readWritings(tx: TeamTransaction, campaignContactIds: string[]): Promise<Writing[]> {
  if (campaignContactIds.length === 0) return [];
  // One contact at a time by the keys of its parts: joined to one another before the database has counted their rows, everybody meets everybody.
  const rows = await readRows<Row>(
    tx,
    sql`select x.* from unnest(${sql.param(campaignContactIds)}::uuid[]) with ordinality q(id, place) cross join lateral (
          select c.id, c.campaign_id as "campaignId", c.contact_id as "contactId", c.sender_account_id as "senderAccountId",
            c.replied_at is not null as "hasAnswered", s.id as "stepId", k.review_mode as "reviewMode",
            (select count(*)::int from campaign_sequences n where n.campaign_id = k.id) as steps,
            (select l.launched_by from campaign_launches l where l.campaign_id = k.id) as "launchedBy",
            (select json_build_object('firstName', p.first_name, 'lastName', p.last_name, 'name', p.name, 'email', p.email, 'company', p.company, 'fields', p.fields)
              from contacts p where p.id = c.contact_id) as contact,
            (select json_build_object('email', m.email, 'displayName', m.display_name) from sender_accounts m where m.id = c.sender_account_id) as mailbox,
            (select json_build_object('subject', e.subject, 'body', e.body) from sent_emails e
              where s.sequence_order > 1 and e.contact_id = c.contact_id and e.campaign_contact_id = c.id
              order by e.sequence_step desc limit 1) as previous
          ${unwritten(sql`c.id = q.id`)} offset 0) x order by q.place`,
  );
  const [team] = await tx.select({ name: teams.name }).from(teams);
  const steps = await readSteps(
    tx,
    rows.map(({ stepId }) => stepId),
  );
  return rows.flatMap((row) => {
    const found = steps.get(row.stepId);
    if (!found) return [];
    const { contact, mailbox } = row;
    return [
      {
        campaignId: row.campaignId,
        campaignContactId: row.id,
        contactId: row.contactId,
        senderAccountId: row.senderAccountId,
        ...found,
        steps: row.steps,
        // Nobody who launched knew what they would answer.
        signsByLaunch: row.reviewMode === "launch" && !row.hasAnswered,
        launchedBy: row.launchedBy,
        data: mergeData({ contact, mailbox, teamName: team?.name ?? "" }),
        sender: { name: mailbox.displayName ?? mailbox.email, email: mailbox.email },
        previous: row.previous,
      },
    ];
  });
}

/** The steps by their ids, each with its template. */
async function readSteps(tx: TeamTransaction, ids: string[]): Promise<Map<string, Pick<Writing, "step" | "template">>> {
  const rows = await tx
    .select({ step: campaignSequences, subject: emailTemplates.subjectTemplate, body: emailTemplates.templateContent })
    .from(campaignSequences)
    .leftJoin(emailTemplates, eq(emailTemplates.id, campaignSequences.templateId))
    .where(inArray(campaignSequences.id, [...new Set(ids)]));
  return new Map(
    rows.map(({ step, subject, body }) => [step.id, { step, template: body === null ? null : { subject: subject ?? "", body } }]),
  );
}
