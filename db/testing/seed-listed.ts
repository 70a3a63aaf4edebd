import { type SQL, sql } from "drizzle-orm";
import { withTeam } from "../access/with-team";
import { inventPeople } from "../seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "../seed/seed-campaign";
import { seedContacts } from "../seed/seed-contacts";
import { seedDelivery, seedDraft, seedEnrolment } from "../seed/seed-enrolment";
import { seedSingle } from "../seed/seed-single";
import { seedTeam } from "../seed/seed-team";
import { seedThread } from "../seed/seed-thread";
import type { TestDatabase } from "./test-database";

export type Who = "administrator" | "member" | "viewer" | "nobody";
export type Listed = Awaited<ReturnType<typeof seedListed>>;

const undone = new Error("undone");

/**
 * A team in which one mail to `lea@hale.example` is about to leave, and what the database says to each of its people, as the app's role: a mail of a campaign, or
 * one by hand, or an answer. @param seedRow another way in an older database.
 */
export async function seedListed(
  admin: TestDatabase["admin"],
  seedRow = seedDelivery,
  kind: "campaign" | "single" | "answer" = "campaign",
) {
  const { teamId, members } = await seedTeam(admin, {
    members: (["administrator", "member", "viewer"] as const).map((role) => ({ name: role, email: `${role}@c.example`, role })),
  });
  const idOf = (who: Who) => members.find(({ name }) => name === who)?.id ?? null;
  const scope = { teamId, memberId: idOf("administrator") ?? "" };
  const senderAccountId = await seedMailbox(admin, teamId);
  const { contactIds } = await seedContacts(
    admin,
    teamId,
    inventPeople(1).map((person) => ({ ...person, email: "Lea@Hale.example" })),
  );
  const contactId = contactIds[0] ?? "";
  const { campaignId } = await seedCampaign(admin, teamId, {
    name: "Spring",
    status: "active",
    senderAccountId,
    steps: [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }],
    settings: { ...anyHour, dailyLimit: 20, spacingSeconds: 1 },
  });
  const answersMessageId =
    kind === "answer" ? (await seedThread(admin, { teamId, senderAccountId, contactId }, { at: new Date() })).messageId : null;
  const draftId =
    kind === "campaign"
      ? await seedDraft(admin, await seedEnrolment(admin, campaignId, contactId), { status: "scheduled" })
      : (await seedSingle(admin, { ...scope, senderAccountId }, contactId, { status: "scheduled", answersMessageId })).draftId;
  const deliveryId = await seedRow(admin, draftId, { state: "submitting", at: new Date() });
  const insertIntent = sql`insert into delivery_intents (delivery_id, attempt) values (${deliveryId}, 1)`;
  return {
    teamId,
    scope,
    idOf,
    contactId,
    draftId,
    insertIntent,
    /** Adds an entry as the owner: `{ email_norm: …, reason: … }`. @returns its id. */
    add: async (entry: Record<string, unknown>): Promise<string> => {
      const row = { team_id: teamId, reason: "by hand", ...entry };
      return String((await admin`insert into suppressions ${admin(row)} returning id`)[0]?.id);
    },
    /** "n row" or the code of the refusal; nothing of it stays. */
    tried: (who: Who, ...statements: SQL[]): Promise<string> =>
      withTeam({ teamId, memberId: idOf(who) }, async (tx) => {
        let count = 0;
        for (const statement of statements) count = ((await tx.execute(statement)) as unknown as { count: number }).count;
        // What waits for the end of the transaction is said now.
        await tx.execute(sql`set constraints all immediate`);
        throw Object.assign(undone, { count });
      }).catch((error: Error & { count?: number; cause?: { code?: string } }) =>
        error === undone ? `${error.count} row` : (error.cause?.code ?? String(error)),
      ),
    /** Where it goes is written over, blanks and all. */
    redirect: (email: string) => {
      const table = kind === "campaign" ? sql`campaign_contacts` : sql`single_mails`;
      return withTeam({ teamId, memberId: idOf("member") }, (tx) =>
        tx.execute(sql`update ${table} set recipient_email = ${email} where contact_id = ${contactId}`),
      );
    },
    /** The same, and it stays. */
    done: (who: Who, statement: SQL) => withTeam({ teamId, memberId: idOf(who) }, (tx) => tx.execute(statement)),
  };
}
