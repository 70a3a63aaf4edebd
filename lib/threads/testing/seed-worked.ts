import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import type { TestDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";

/** A team of two who answer and one who reads along, and a thread with somebody who has just written. */
export async function seedWorked({ admin: owner }: TestDatabase, at: Date) {
  const team = await seedTeam(owner, {
    members: [
      { name: "Anna Keller", email: "anna@contoso.com", role: "member" },
      { name: "Ben Ortiz", email: "ben@contoso.com", role: "member" },
      { name: "Vera Lind", email: "vera@contoso.com", role: "viewer" },
    ],
  });
  const { teamId } = team;
  const [anna, ben, viewer] = team.members.map(
    ({ id, name, role }) => ({ teamId, memberId: id, name, role, timezone: "UTC", teamTimezone: "UTC" }) as Member,
  );
  if (!anna || !ben || !viewer) throw new Error("The people were not written.");
  const senderAccountId = await seedMailbox(owner, teamId, { email: "anna@contoso.com", displayName: "Anna Keller" });
  const { contactIds } = await seedContacts(owner, teamId, inventPeople(1));
  const contactId = contactIds[0] ?? "";
  const place = { teamId, senderAccountId, contactId };
  const { threadId, messageId } = await seedThread(owner, place, { at });
  return { ...place, place, anna, ben, viewer, threadId, messageId };
}
