import { createHash } from "node:crypto";
import type { campaignSequences } from "@/db/schema/campaigns";
import type { Writer } from "@/db/schema/words";

export type SetupStep = {
  id: string;
  order: number;
  name: string;
  subject: string;
  body: string;
  /** Names the text without repeating it: by this a page says from which text it goes on. */
  bodyMark: string;
  delayDays: number;
  delayHours: number;
  delayMinutes: number;
  writtenBy: Writer;
  templateId: string | null;
  changedAt: string;
};

/** A step as pages show and change it. */
export function viewStep(step: typeof campaignSequences.$inferSelect): SetupStep {
  return {
    id: step.id,
    order: step.sequenceOrder,
    name: step.name,
    subject: step.subjectTemplate,
    body: step.bodyTemplate,
    bodyMark: markOf(step.bodyTemplate),
    delayDays: step.delayDays,
    delayHours: step.delayHours,
    delayMinutes: step.delayMinutes,
    writtenBy: step.writtenBy,
    templateId: step.templateId,
    changedAt: step.updatedAt.toISOString(),
  };
}

/** Nothing has the mark of nothing. */
export function markOf(text: string): string {
  return text === "" ? "" : createHash("sha256").update(text).digest("base64url");
}
