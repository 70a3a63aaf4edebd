import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { seedContacts } from "../../db/seed/seed-contacts";
import { type SeededThread, seedThread } from "../../db/seed/seed-thread";
import { standIn } from "./stand-in";

/** Whoever wrote, by first name, the words of it, and to which mailbox; the first one wrote last. */
export type WroteTo = { first: string; text: string; mailbox: string };
export type Arrived = SeededThread & WroteTo & { email: string; internetMessageId: string; conversationId: string };

/** People of the demo team whose mails lie in its mailboxes and stand under Replies, a second between each and the next, before all that others wrote. */
export async function arriveIn(domain: string, people: WroteTo[]): Promise<Arrived[]> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const boxes = await sql<{ teamId: string; senderAccountId: string; email: string }[]>`
    select team_id as "teamId", id as "senderAccountId", email from sender_accounts`;
  const team = boxes.find(({ email }) => email === "anna@contoso.com")?.teamId ?? "";
  const emailOf = (first: string) => `${first.toLowerCase()}@${domain}`;
  const named = people.map(({ first }) => ({
    ...{ firstName: first, lastName: "Probe", email: emailOf(first), company: domain },
    ...{ city: "Ashland", role: "Books" },
  }));
  const { contactIds } = await seedContacts(sql, team, named, { fileName: `${domain}.csv` });
  const arrived: Arrived[] = [];
  for (const [index, one] of people.entries()) {
    const box = boxes.find(({ email, teamId }) => email === one.mailbox && teamId === team);
    if (!box) throw new Error(`The demo has no mailbox ${one.mailbox}.`);
    const at = new Date(Date.now() - index * 1000);
    const [internetMessageId, conversationId] = [`<${randomUUID()}@${domain}>`, `conversation-${randomUUID()}`];
    const subject = `Re: About ${one.first}`;
    // The product knows it before the mailbox tells of it, so that it is read once.
    const thread = await seedThread(
      sql,
      { ...box, contactId: contactIds[index] ?? "" },
      { at, text: one.text, subject, internetMessageId, conversationId },
    );
    const graphId = await standIn.put({
      ...{ mailbox: one.mailbox, subject, internetMessageId, conversationId },
      from: { emailAddress: { address: emailOf(one.first), name: `${one.first} Probe` } },
      body: { contentType: "html", content: `<p>${one.text}</p>` },
      receivedDateTime: at.toISOString(),
    });
    await sql`update mailbox_messages set graph_id = ${graphId} where id = ${thread.messageId}`;
    arrived.push({ ...thread, ...one, email: emailOf(one.first), internetMessageId, conversationId });
  }
  await sql.end({ timeout: 2 });
  return arrived;
}
