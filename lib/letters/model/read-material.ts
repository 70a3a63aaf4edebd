import { asc, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { emailDrafts } from "@/db/schema/drafts";
import { letters, singleMails } from "@/db/schema/letters";
import { senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { emailTemplates } from "@/db/schema/templates";
import type { LetterTask } from "../../assistant/write-letter";
import { AppError } from "../../errors/app-error";
import { type MergeSource, mergeData } from "../../templates/render/merge-data";

type Text = { subject: string; body: string };

/** One of a letter's people whose mail is not signed yet. `text` is what stands in it now. */
export type Reader = {
  draftId: string;
  name: string;
  /** It joins a thread, whose subject stays. */
  inThread: boolean;
  isOwn: boolean;
  text: Text;
  fields: Record<string, string>;
  earlier: Extract<LetterTask["to"], { kind: "one" }>["earlier"];
};

export type Material = { letter: Text; sender: LetterTask["sender"]; template: Text | null; readers: Reader[] };

/** What a model may know of a letter: its text, a template, and of its people their columns and the last mails. @throws AppError "not_found". */
export function readMaterial(scope: Scope, given: { letterId: string; templateId: string | null }): Promise<Material> {
  return withTeam(scope, async (tx) => {
    const [row] = await tx
      .select({ letter: letters, mailbox: senderAccounts })
      .from(letters)
      .innerJoin(senderAccounts, eq(senderAccounts.id, letters.senderAccountId))
      .where(eq(letters.id, given.letterId));
    if (!row) throw new AppError("not_found");
    const { letter, mailbox } = row;
    const template = given.templateId === null ? null : await readTemplate(tx, given.templateId);
    const [team] = await tx.select({ name: teams.name }).from(teams);
    const mails = await tx
      .select({ draft: emailDrafts, single: singleMails, contact: contacts })
      .from(singleMails)
      .innerJoin(emailDrafts, eq(emailDrafts.id, singleMails.draftId))
      .innerJoin(contacts, eq(contacts.id, singleMails.contactId))
      .where(
        sql`${singleMails.letterId} = ${letter.id} and ${singleMails.endedReason} is null and ${emailDrafts.status} = 'draft'`,
      )
      .orderBy(asc(singleMails.createdAt), asc(singleMails.id));
    const earlier = await readEarlier(
      tx,
      mails.map(({ contact }) => contact.id),
    );
    const readers = mails.map(({ draft, single, contact }) => ({
      draftId: draft.id,
      name: contact.name ?? contact.email,
      inThread: single.threadDeliveryId !== null,
      isOwn: draft.editedBody !== null || draft.editedSubject !== null,
      text: { subject: draft.editedSubject ?? draft.subject, body: draft.editedBody ?? draft.body },
      fields: fieldsOf({ contact, mailbox, teamName: team?.name ?? "" }),
      earlier: earlier.get(contact.id) ?? [],
    }));
    const sender = { name: mailbox.displayName ?? mailbox.email, email: mailbox.email };
    return { letter: { subject: letter.subject, body: letter.body }, sender, template, readers };
  });
}

async function readTemplate(tx: TeamTransaction, templateId: string): Promise<Text> {
  const [template] = await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId));
  if (!template) throw new AppError("not_found");
  return { subject: template.subjectTemplate, body: template.templateContent };
}

/** What is filled; a column of a file may be as long as it likes, and a mail needs none of that. */
function fieldsOf(source: MergeSource): Record<string, string> {
  const filled = Object.entries(mergeData(source)).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.slice(0, 500)]] : [],
  );
  return Object.fromEntries(filled.slice(0, 60));
}

/** The last mails between us and each of them, the oldest first. */
async function readEarlier(tx: TeamTransaction, contactIds: string[]): Promise<Map<string, Reader["earlier"]>> {
  const rows = await readRows<{ contactId: string; from: "us" | "them"; subject: string; body: string }>(
    tx,
    sql`select q.id as "contactId", x.from, x.subject, x.body from unnest(${sql.param(contactIds)}::uuid[]) q(id) cross join lateral (
          select y.* from (
            select 'us' as from, s.subject, left(s.body, 4000) as body, s.sent_at as at from sent_emails s where s.contact_id = q.id
            union all
            select 'them', coalesce(r.subject, ''), left(coalesce(r.snippet, ''), 4000), r.received_at from email_replies r where r.contact_id = q.id) y
          order by y.at desc limit 4) x order by q.id, x.at`,
  );
  const earlier = new Map<string, Reader["earlier"]>();
  for (const { contactId, ...mail } of rows) earlier.set(contactId, [...(earlier.get(contactId) ?? []), mail]);
  return earlier;
}
