import { type Scope, withTeam } from "@/db/access/with-team";
import { emailTemplates } from "@/db/schema/templates";

/** Makes an empty template. It is off until somebody wrote it and switches it on, so that no step is offered an empty text. @returns its id. */
export async function createTemplate(scope: Scope & { memberId: string }, now: Date): Promise<string> {
  const [made] = await withTeam(scope, (tx) =>
    tx
      .insert(emailTemplates)
      .values({
        name: "New template",
        templateContent: "",
        isActive: false,
        createdBy: scope.memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: emailTemplates.id }),
  );
  if (!made) throw new Error("The template was not written.");
  return made.id;
}
