import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { createCampaign } from "../create-campaign";
import { readSetup } from "../read-setup";

export type SetupWorld = {
  scope: { teamId: string; memberId: string };
  listId: string;
  mailbox: string;
  campaignId: string;
  /** The template "Hello" of this team. */
  templateId: string;
};

/** A team in Berlin with a mailbox, a template, a list of three people, and a campaign "Spring" as it is just made. */
export async function seedSetup(admin: TestDatabase["admin"], now: Date): Promise<SetupWorld> {
  const { scope } = await seedTeam(admin, { timezone: "Europe/Berlin" });
  const mailbox = await seedMailbox(admin, scope.teamId);
  const { listId } = await seedContacts(admin, scope.teamId, inventPeople(3), { listName: "Three" });
  const [template] = await admin`insert into email_templates (team_id, name, subject_template, template_content)
    values (${scope.teamId}, 'Hello', 'Hi {{ first_name }}', '<p>Text</p>') returning id`;
  const campaignId = await createCampaign(scope, { name: " Spring ", listId }, now);
  return { scope, listId: listId ?? "", mailbox, campaignId, templateId: String(template?.id) };
}

/** The id of a campaign's first step. */
export async function firstStep(world: SetupWorld): Promise<string> {
  return (await readSetup(world.scope, world.campaignId)).steps[0]?.id ?? "";
}
