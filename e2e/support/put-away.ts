import postgres from "postgres";
import { seedContacts } from "../../db/seed/seed-contacts";
import { seedThread } from "../../db/seed/seed-thread";

export const longWord = "Donaudampfschifffahrtselektrizitäten".repeat(6).slice(0, 200);
export const inHebrew = "מרים בת שבע אברהמוביץ גולדשטיין מירושלים ומתל אביב יפו";

type Row = { id: string };

/** The demo as its owner reaches it, for what no page writes. */
async function inDemo<T>(run: (sql: postgres.Sql, teamId: string) => Promise<T>): Promise<T> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const [team] = await sql<
      { teamId: string }[]
    >`select team_id as "teamId" from sender_accounts where email = 'anna@contoso.com'`;
    if (!team) throw new Error("The demo has no mailbox of Anna's.");
    return await run(sql, team.teamId);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** So many people at a domain, in a list of its name; the first is suppressed. */
export const seedPeople = (domain: string, count: number) =>
  inDemo(async (sql, teamId) => {
    const people = Array.from({ length: count }, (_, place) => ({
      ...{ firstName: `Pat${place + 10}`, lastName: "Putaway", email: `p${place + 10}@${domain}`, company: "Putaway" },
      ...{ city: "Ashland", role: "Books" },
    }));
    const { contactIds, listId } = await seedContacts(sql, teamId, people, { fileName: `${domain}.csv`, listName: domain });
    await sql`insert into suppressions (team_id, email_norm, reason) values (${teamId}, ${`p10@${domain}`}, 'by hand')`;
    return { contactIds, listId: listId ?? "" };
  });

/** Somebody whose name and company are one long word, somebody whose name is Hebrew; both wrote, and a list and a campaign are named alike. */
export const seedNames = (domain: string) =>
  inDemo(async (sql, teamId) => {
    const person = (firstName: string, email: string) => ({
      ...{ firstName, lastName: "", email: `${email}@${domain}`, company: longWord },
      ...{ city: "Ashland", role: "Books" },
    });
    const { contactIds, listId } = await seedContacts(sql, teamId, [person(longWord, "long"), person(inHebrew, "rtl")], {
      fileName: `${longWord.slice(0, 120)}.csv`,
      listName: longWord,
    });
    await sql`update contacts set name = trim(name) where id = any(${contactIds})`;
    const [mailbox] = await sql<Row[]>`select id from sender_accounts where team_id = ${teamId} and email = 'anna@contoso.com'`;
    const threads: string[] = [];
    for (const contactId of contactIds) {
      const place = { teamId, senderAccountId: mailbox?.id ?? "", contactId };
      const thread = await seedThread(sql, place, { at: new Date(), text: longWord, subject: `Re: ${longWord}` });
      threads.push(thread.threadId);
    }
    return { long: contactIds[0] ?? "", rtl: contactIds[1] ?? "", listId: listId ?? "", threads };
  });

/** Names a running campaign so while something is looked at. */
export const nameCampaign = (id: string, name: string) =>
  inDemo((sql) => sql`update campaigns set name = ${name} where id = ${id}`);
