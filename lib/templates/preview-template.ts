import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { members, teams } from "@/db/schema/teams";
import { emailTemplates } from "@/db/schema/templates";
import { pickContact } from "../contacts/pick-contact";
import { AppError } from "../errors/app-error";
import { type MailPreview, previewMail } from "./preview-mail";

/**
 * A template as one contact would get it from the mailbox of whoever looks, or else the team's first.
 * @param at the list the contact is taken from, null for all contacts, and the place there from 1; beyond the ends it wraps around.
 * @throws AppError "not_found".
 */
export function previewTemplate(
  scope: Scope & { memberId: string },
  templateId: string,
  at: { listId: string | null; index: number },
): Promise<MailPreview> {
  return withTeam(scope, async (tx) => {
    const [template] = await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId));
    const [team] = await tx.select().from(teams);
    if (!template || !team) throw new AppError("not_found");
    const [mailbox] = await tx
      .select()
      .from(senderAccounts)
      .where(sql`${senderAccounts.status} <> 'removed'`)
      .orderBy(
        sql`${senderAccounts.emailNorm} = (select lower(${members.email}) from ${members} where ${members.id} = ${scope.memberId}) desc nulls last`,
        sql`${senderAccounts.status} = 'connected' desc`,
        senderAccounts.createdAt,
      )
      .limit(1);
    return previewMail({
      texts: { subject: template.subjectTemplate, body: template.templateContent },
      picked: await pickContact(tx, at.listId, at.index),
      mailbox: mailbox ?? null,
      team,
    });
  });
}
