import { withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { noteMessage } from "../../threads/note-message";
import { noteAnswer } from "../note-answer";

export type Said = Partial<Pick<typeof mailboxMessages.$inferInsert, "snippet" | "kind" | "wish" | "isOld">>;
export type Asking = Awaited<ReturnType<typeof seedAsking>>;

/** A team with three people, a mailbox and somebody who answers; nobody has asked for anything. */
export async function seedAsking(admin: TestDatabase["admin"], timezone = "Europe/Berlin", tenantId?: string) {
  const { teamId, members } = await seedTeam(admin, {
    timezone,
    ...(tenantId ? { tenantId } : {}),
    members: [
      { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
      { name: "Ben Ortiz", email: "ben@contoso.com", role: "member" },
      { name: "Vera Lund", email: "vera@contoso.com", role: "viewer" },
    ],
  });
  const [anna, ben, vera] = members.map(({ id }) => ({ teamId, memberId: id }));
  if (!anna || !ben || !vera) throw new Error("The people were not written.");
  const senderAccountId = await seedMailbox(admin, teamId);
  const [batch] =
    await admin`insert into upload_batches (team_id, file_name, headers) values (${teamId}, 'a.csv', '{E-mail}') returning id`;
  let count = 0;
  const seedPerson = async (name = "Lena Novak", company = "Novak Logistics") => {
    count += 1;
    const email = `lena${count}@novak.example`;
    const [row] = await admin<
      { id: string }[]
    >`insert into contacts (team_id, upload_batch_id, raw_data, email, email_norm, name, company)
      values (${teamId}, ${batch?.id}, '{}', ${email}, ${email}, ${name}, ${company}) returning id`;
    return String(row?.id);
  };
  const contactId = await seedPerson();
  /** Somebody writes to the mailbox, as it is written down where a mailbox is read. */
  const answers = (now: Date, said: Said = {}, from = contactId, by: string | null = null): Promise<string> => {
    count += 1;
    const scope = { teamId, memberId: by };
    const internetMessageId = `<${count}.${teamId}@novak.example>`;
    return withTeam(scope, async (tx) => {
      const row = {
        senderAccountId,
        internetMessageId,
        contactId: from,
        receivedAt: now,
        kind: "reply" as const,
        snippet: "Thursday at two works.",
        ...said,
      };
      const [message] = await tx.insert(mailboxMessages).values(row).returning();
      if (!message) throw new Error("The message was not written.");
      await noteMessage(tx, message, from);
      await noteAnswer(tx, scope, message, from, now);
      return message.id;
    });
  };
  const notices = () =>
    admin`select target_id, due_at, told_at, tries, failure from notices where team_id = ${teamId} order by created_at, id`;
  return { teamId, scope: { teamId, memberId: null }, anna, ben, vera, senderAccountId, contactId, seedPerson, answers, notices };
}
