import { eq, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignSequences } from "@/db/schema/campaigns";
import { emailTemplates } from "@/db/schema/templates";
import type { Writer } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { sanitizeHtml } from "../../mail/sanitize-html";
import { checkTemplate } from "../../templates/render/render-template";
import { type Field, keepEdits, type Seen } from "./keep-edits";
import { lockDraftStep } from "./lock-draft-step";
import { type SetupStep, viewStep } from "./view-step";

export type StepChange = {
  name?: string | undefined;
  subject?: string | undefined;
  body?: string | undefined;
  delayDays?: number | undefined;
  delayHours?: number | undefined;
  delayMinutes?: number | undefined;
  writtenBy?: Writer | undefined;
  templateId?: string | null | undefined;
};
type Texts = Pick<SetupStep, keyof StepChange>;

/**
 * Changes one step. Its version grows with each change of text or writer: that is what launching signs. A text whose fields
 * cannot be read is kept all the same, so that nothing typed is lost; launching is blocked until it can.
 * @returns the step as it stands now, and the sentence that says why its text cannot be read, or null.
 * @throws AppError "not_found", "conflict" where it was launched, or somebody changed the same meanwhile.
 */
export async function editStep(
  scope: Scope,
  stepId: string,
  change: StepChange,
  now: Date,
  seen: Seen | null = null,
): Promise<{ problem: string | null; step: SetupStep }> {
  return withTeam(scope, async (tx) => {
    const row = await lockDraftStep(tx, stepId);
    const was = viewStep(row);
    const next: Texts = { ...was, ...clean(change) };
    const edits = await keepEdits(tx, scope, row, fieldsOf(was, next, change), seen, now);
    if (change.templateId) await refuseUnknown(tx, change.templateId);
    const waits = (["delayDays", "delayHours", "delayMinutes"] as const).some((key) => next[key] !== was[key]);
    const grows = (["subject", "body", "writtenBy"] as const).some((key) => next[key] !== was[key]);
    const { subject, body, name, writtenBy, templateId, delayDays, delayHours, delayMinutes } = next;
    const [kept] = await tx
      .update(campaignSequences)
      .set({
        ...{ name, writtenBy, templateId, delayDays, delayHours, delayMinutes, edits },
        subjectTemplate: subject,
        bodyTemplate: body,
        updatedAt: now,
        // A new name changes nothing that leaves: who changed that before stays named.
        ...(grows || waits ? { updatedBy: scope.memberId } : {}),
        ...(grows ? { version: sql`${campaignSequences.version} + 1` } : {}),
      })
      .where(eq(campaignSequences.id, stepId))
      .returning();
    if (!kept) throw new AppError("not_found");
    return { problem: checkTemplate({ subject, body }), step: viewStep(kept) };
  });
}

/** What is to stand there: without scripts, a subject in one line, and no empty name. */
function clean({ name, subject, body, ...rest }: StepChange): Partial<Texts> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(name?.trim() ? { name: name.trim() } : {}),
    ...(subject === undefined ? {} : { subject: subject.replace(/\s+/g, " ").trim() }),
    ...(body === undefined ? {} : { body: sanitizeHtml(body) }),
  };
}

function fieldsOf(was: SetupStep, next: Texts, change: StepChange): Record<string, Field> {
  const keys = (Object.keys(change) as (keyof StepChange)[]).filter((key) => change[key] !== undefined);
  return Object.fromEntries(
    keys.map((key) => [key, { is: was[key], mine: next[key], ...(key === "body" ? { mark: was.bodyMark } : {}) }]),
  );
}

async function refuseUnknown(tx: TeamTransaction, templateId: string): Promise<void> {
  const [template] = await tx.select({ id: emailTemplates.id }).from(emailTemplates).where(eq(emailTemplates.id, templateId));
  if (!template) throw new AppError("not_found");
}
