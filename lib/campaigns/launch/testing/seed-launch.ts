import type { CampaignStatus } from "@/db/schema/words";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";

export type LaunchWorld = {
  /** Anna Keller, an administrator. */
  scope: { teamId: string; memberId: string };
  /** Ben Okafor, a member of the same team. */
  ben: { teamId: string; memberId: string };
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
  const { scope, members } = await seedTeam(admin, {
    members: [
      { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
      { name: "Ben Okafor", email: "ben@contoso.com", role: "member" },
    ],
  });
  const ben = { teamId: scope.teamId, memberId: members[1]?.id ?? "" };
  const mailbox = await seedMailbox(admin, scope.teamId);
  const { listId, contactIds } = await seedContacts(admin, scope.teamId, listed, { listName: "Six" });
  const world = { scope, ben, mailbox, listId: listId ?? "", contactIds };
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
