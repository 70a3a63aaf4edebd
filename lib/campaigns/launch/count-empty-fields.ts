import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { mergeData } from "../../templates/render/merge-data";
import { requiredFields } from "../../templates/render/render-template";
import { listPeople } from "./list-people";

/** A field that a step's text needs and that is empty for some people. */
export type EmptyField = { step: number; stepId: string; stepName: string; field: string; count: number };

/** Counts, for those who would be enrolled, what the texts ask for and nobody knows. */
export async function countEmptyFields(
  tx: TeamTransaction,
  campaignId: string,
  steps: { id: string; sequenceOrder: number; name: string; subjectTemplate: string; bodyTemplate: string; writtenBy: string }[],
): Promise<EmptyField[]> {
  const needed = steps
    .filter((step) => step.writtenBy === "template")
    .flatMap((step) =>
      requiredFields(`${step.subjectTemplate}\n${step.bodyTemplate}`).map((field) => ({
        step: step.sequenceOrder,
        stepId: step.id,
        stepName: step.name,
        field,
        count: 0,
      })),
    );
  if (needed.length === 0) return [];
  type Row = {
    firstName: string | null;
    lastName: string | null;
    name: string | null;
    email: string;
    company: string | null;
    fields: Record<string, string>;
  };
  const people = await readRows<Row>(
    tx,
    sql`select p.first_name as "firstName", p.last_name as "lastName", p.name, p.email, p.company, p.fields
        from (${listPeople(campaignId)}) x join contacts p on p.id = x.contact_id where x.left_out is null`,
  );
  // Who sends is known; only fields of the recipient can be empty.
  const mailbox = { email: "sender", displayName: "sender" };
  for (const person of people) {
    const data = mergeData({ contact: person, mailbox, teamName: "team" });
    for (const one of needed) if (!(Object.hasOwn(data, one.field) && data[one.field]?.trim())) one.count += 1;
  }
  return needed.filter((one) => one.count > 0);
}
