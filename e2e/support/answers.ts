import postgres from "postgres";
import { seedContacts } from "../../db/seed/seed-contacts";
import { type SeededThread, seedThread } from "../../db/seed/seed-thread";

/** Whoever wrote, by first name, and the first words of it; the first one wrote last. */
export type Wrote = { first: string; text: string };

/** People of the demo team who have just written to Anna, so many minutes ago as they stand in the list. What other journeys left there is older then. */
export async function writeBack(domain: string, people: Wrote[]): Promise<(SeededThread & Wrote)[]> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const [place] = await sql<{ teamId: string; senderAccountId: string }[]>`
    select m.team_id as "teamId", m.id as "senderAccountId" from sender_accounts m where m.email = 'anna@contoso.com'`;
  if (!place) throw new Error("The demo has no mailbox of Anna's.");
  const named = people.map(({ first }) => ({
    ...{ firstName: first, lastName: "Probe", email: `${first.toLowerCase()}@${domain}`, company: domain },
    ...{ city: "Ashland", role: "Books" },
  }));
  const { contactIds } = await seedContacts(sql, place.teamId, named, { fileName: `${domain}.csv` });
  await sql`update reply_threads set last_in_at = last_in_at - interval '20 minutes' where last_in_at > now() - interval '20 minutes'`;
  const threads: (SeededThread & Wrote)[] = [];
  for (const [index, one] of people.entries()) {
    const at = new Date(Date.now() - index * 60_000);
    const thread = await seedThread(
      sql,
      { ...place, contactId: contactIds[index] ?? "" },
      { at, text: one.text, subject: `Re: About ${one.first}` },
    );
    threads.push({ ...thread, ...one });
  }
  await sql.end({ timeout: 2 });
  return threads;
}
