import type { CampaignStatus } from "@/db/schema/words";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";

export type LaunchWorld = {
  scope: { teamId: string; memberId: string };
  mailbox: string;
  listId: string;
  /** Of `listed`, in the same order. */
  contactIds: string[];
  campaignId: string;
  stepIds: string[];
};

export const listed = inventPeople(6);
export const normOf = (index: number) => listed[index]?.email.toLowerCase() ?? "";

/** A team with a campaign of two steps that nothing keeps from being launched, for a list of six people. */
export async function seedLaunch(admin: TestDatabase["admin"]): Promise<LaunchWorld> {
  const { scope } = await seedTeam(admin);
  const mailbox = await seedMailbox(admin, scope.teamId);
  const { listId, contactIds } = await seedContacts(admin, scope.teamId, listed, { listName: "Six" });
  const world = { scope, mailbox, listId: listId ?? "", contactIds };
  return { ...world, ...(await seedSame(admin, world)) };
}

/** Another campaign of the same team for the same list. */
export function seedSame(
  admin: TestDatabase["admin"],
  world: Pick<LaunchWorld, "scope" | "listId" | "mailbox">,
  status: CampaignStatus = "draft",
) {
  return seedCampaign(admin, world.scope.teamId, {
    name: "Spring",
    status,
    listId: world.listId,
    senderAccountId: world.mailbox,
    steps: [
      { name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi</p>" },
      { name: "Follow-up 1", subject: "", body: "<p>Again, from {{ town }}</p>", days: 3 },
    ],
    settings: { start: "09:00", end: "17:00" },
  });
}

/** Somebody of the list asked for no more mail. */
export const suppressListed = (admin: TestDatabase["admin"], teamId: string, index: number) =>
  seedSuppression(admin, teamId, normOf(index));
