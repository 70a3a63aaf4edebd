import { asc, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import { AppError } from "../errors/app-error";
import { keepRemoval, type Removal } from "../removals/keep-removal";

/**
 * Deletes a template that no step names. The row is locked first: a step that starts from it meanwhile waits, and then finds it gone.
 * @returns what it is taken back by. @throws AppError "not_found", "blocked" with the campaigns that use it.
 */
export async function deleteTemplate(scope: Scope, templateId: string, now: Date): Promise<Removal> {
  return withTeam(scope, async (tx) => {
    const [template] = await tx
      .select({ id: emailTemplates.id })
      .from(emailTemplates)
      .where(eq(emailTemplates.id, templateId))
      .for("update");
    if (!template) throw new AppError("not_found");
    const users = await tx
      .selectDistinct({ name: campaigns.name })
      .from(campaignSequences)
      .innerJoin(campaigns, eq(campaigns.id, campaignSequences.campaignId))
      .where(eq(campaignSequences.templateId, templateId))
      .orderBy(asc(campaigns.name));
    if (users.length > 0) throw new AppError("blocked", usedBy(users.map((one) => one.name)));
    const rows = [{ table: "email_templates" as const, where: sql`id = ${templateId}` }];
    const removal = await keepRemoval(tx, scope, { kind: "template", id: templateId, rows }, now);
    await tx.delete(emailTemplates).where(eq(emailTemplates.id, templateId));
    return removal;
  });
}

function usedBy(names: string[]): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  const said = shown.length > 0 ? `${shown.join(", ")} and ${last}` : last;
  return `It is used by ${said}, so it stays. Switch it off, and it is no longer offered.`;
}
