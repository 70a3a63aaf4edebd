import { asc, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import type { Writer } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { type ListChoice, readListsInside } from "../lists/read-lists";
import { findProblems, type TextProblems } from "./find-problems";
import { readOwnFields } from "./read-own-fields";
import { offeredFields } from "./render/standard-fields";

export type TemplateUse = {
  stepId: string;
  step: number;
  campaignId: string;
  campaign: string;
  status: string;
  writtenBy: Writer;
};

export type TemplateView = {
  id: string;
  name: string;
  subject: string;
  body: string;
  on: boolean;
  changedAt: Date;
  problems: TextProblems;
  /** Steps that started from it or are written by a model from it. */
  uses: TemplateUse[];
  /** Merge fields that contacts of the team have, by name. */
  fields: string[];
  lists: ListChoice[];
};

/** One template with who uses it, and what its editor offers. @throws AppError "not_found". */
export function readTemplate(scope: Scope, templateId: string): Promise<TemplateView> {
  return withTeam(scope, async (tx) => {
    const [template] = await tx.select().from(emailTemplates).where(eq(emailTemplates.id, templateId));
    if (!template) throw new AppError("not_found");
    const uses = await tx
      .select({
        stepId: campaignSequences.id,
        step: campaignSequences.sequenceOrder,
        campaignId: campaigns.id,
        campaign: campaigns.name,
        status: campaigns.status,
        writtenBy: sql<Writer>`${campaignSequences.writtenBy}`,
      })
      .from(campaignSequences)
      .innerJoin(campaigns, eq(campaigns.id, campaignSequences.campaignId))
      .where(eq(campaignSequences.templateId, templateId))
      .orderBy(asc(campaigns.createdAt), asc(campaignSequences.sequenceOrder));
    return {
      id: template.id,
      name: template.name,
      subject: template.subjectTemplate,
      body: template.templateContent,
      on: template.isActive === true,
      changedAt: template.updatedAt,
      problems: findProblems({ subject: template.subjectTemplate, body: template.templateContent }),
      uses,
      fields: offeredFields(await readOwnFields(tx)),
      lists: await readListsInside(tx),
    };
  });
}
