import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedAddress, seedUnplaced } from "@/db/seed/seed-address";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { guessOwners, type Unmatched } from "./guess-owners";
import { listOtherMail } from "./list-other-mail";
import { namePhrases } from "./name-phrases";
import { openOtherMail } from "./open-other-mail";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let other: typeof scope;
let mailbox: string;
let simona: string;
let kris: string;
const at = new Date("2026-11-24T12:36:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
  ({ scope: other } = await seedTeam(db.admin));
  mailbox = await seedMailbox(db.admin, scope.teamId);
  simona = await mailed("Simona", "Morasca", "simona@morasca.example", "Chapman, Ross E Esq");
  kris = await mailed("Kris", "Marrier", "kris@gmail.com", "King & Co.");
});

async function mailed(firstName: string, lastName: string, email: string, company: string): Promise<string> {
  const person = { firstName, lastName, email, company, city: "", role: "" };
  const { contactIds } = await seedContacts(db.admin, scope.teamId, [person]);
  const id = String(contactIds[0]);
  await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    values (${scope.teamId}, ${id}, ${mailbox}, 'first_outreach', ${`Invoices at ${company}`}, '', ${email}, ${at})`;
  return id;
}
const guess = (change: Partial<Unmatched>, by = scope) =>
  withTeam(by, (tx) =>
    guessOwners(tx, { fromEmail: "x@stranger.example", subject: "", text: "", conversationId: null, answers: [], ...change }),
  );
const list = (from: Partial<Parameters<typeof listOtherMail>[2]> = {}, by = scope, of: string | null = mailbox) =>
  listOtherMail(by, of, { waiting: null, understood: null, ...from });
const everywhere = (from: Parameters<typeof list>[0] = {}, by = scope) => list(from, by, null);
const unplaced = (from: string, more: Partial<Parameters<typeof seedUnplaced>[2]> = {}) =>
  seedUnplaced(db.admin, mailbox, { from, at, ...more });
const understood = (kind: string, more: Record<string, unknown> = {}) =>
  db.admin`insert into mailbox_messages ${db.admin({
    team_id: scope.teamId,
    sender_account_id: mailbox,
    internet_message_id: crypto.randomUUID(),
    received_at: at,
    contact_id: simona,
    kind,
    ...more,
  })}`;

describe("who is guessed", () => {
  test.each<[string, Partial<Unmatched>, string[]]>([
    ["domain", { fromEmail: "Office@Morasca.example" }, ["same domain"]],
    ["name in the text", { text: "Hello, (Simona Morasca) asked me" }, ["the text names them"]],
    ["company in the text", { text: "the books for Chapman, Ross E Esq, so please" }, ["the text names their company"]],
    [
      "subject",
      { subject: "RE: AW: Invoices at Chapman, Ross E Esq" },
      ["has the subject of our mail to them", "the text names their company"],
    ],
    ["spelled name", { fromEmail: "morasca.simona@web.de" }, ["the address spells their name"]],
    ["own address, tried with another subject", { fromEmail: "simona@morasca.example" }, ["is their own address", "same domain"]],
    [
      "first name beside the domain",
      { fromEmail: "office@morasca.example", text: "simona asked me" },
      ["the text names them", "same domain"],
    ],
  ])("by %s", async (_, change, because) => {
    expect(await guess(change)).toEqual([{ contactId: simona, because }]);
  });

  test("by the thread and the messages of theirs that it answers", async () => {
    await understood("automatic", { conversation_id: "thread", internet_message_id: "<theirs@x>" });
    expect(await guess({ conversationId: "thread", answers: ["<theirs@x>"] })).toEqual([
      { contactId: simona, because: ["answers a message of theirs", "in one thread with a message of theirs"] },
    ]);
  });

  test("likeliest first, three at most", async () => {
    for (const name of ["Ada", "Ben", "Cleo"]) await mailed(name, "X", `${name}@morasca.example`, "");
    const found = await guess({ fromEmail: "office@morasca.example", text: "Kris Marrier and Simona wrote" });
    expect(found).toHaveLength(3);
    expect(found[0]).toEqual({ contactId: simona, because: ["the text names them", "same domain"] });
    expect(found[1]?.contactId).toBe(kris);
  });

  test.each<[string, Partial<Unmatched>]>([
    ["a domain where anybody can have an address", { fromEmail: "somebody@gmail.com" }],
    ["words in the midst of which a name would begin", { text: "a simona morasca in small letters" }],
    ["nothing", {}],
    ["no sender", { fromEmail: null, text: "failed" }],
  ])("not by %s", async (_, change) => {
    expect(await guess(change)).toEqual([]);
  });

  test("not of those who were never mailed, were archived, or are another team's", async () => {
    await db.admin`update contacts set archived_at = now() where id = ${simona}`;
    await db.admin`delete from sent_emails where contact_id = ${kris}`;
    expect(await guess({ fromEmail: "office@morasca.example", text: "Simona Morasca, Kris Marrier" })).toEqual([]);
    await db.admin`update contacts set archived_at = null where id = ${simona}`;
    expect(await guess({ fromEmail: "office@morasca.example" }, other)).toEqual([]);
  });

  test("not by a sender of our own, but by whom their words name", async () => {
    await db.admin`update sender_accounts set addresses = '{anna@morasca.example}' where id = ${mailbox}`;
    expect(await guess({ fromEmail: "ben@morasca.example" })).toEqual([]);
    expect(await guess({ fromEmail: "ben@morasca.example", text: "Kris Marrier called" })).toMatchObject([{ contactId: kris }]);
  });
});

test("what may be a name is cut out of a text, and a long text costs no more than its beginning", () => {
  expect(namePhrases("Hi, “Lena Moser” of King & Co. wrote")).toEqual(
    expect.arrayContaining(["Lena Moser", "King & Co", "King & Co."]),
  );
  expect(namePhrases("Lena\nMoser")).not.toContain("Lena\nMoser");
  expect(namePhrases("Word ".repeat(100_000)).length).toBeLessThan(10);
  expect(namePhrases(Array.from({ length: 9999 }, (_, n) => `W${n}`).join(" ")).length).toBeLessThanOrEqual(1500);
});

describe("the list", () => {
  test("has what waits by its time, in pages of 50, without what is old, hidden, ignored or placed", async () => {
    for (let n = 0; n < 53; n += 1) await unplaced(`p${n}@x.example`, { at: new Date(at.getTime() + Math.floor(n / 2) * 1000) });
    const [old, hidden] = [await unplaced("old@x.example"), await unplaced("hidden@x.example")];
    await db.admin`update mailbox_messages set is_old = true where id = ${old}`;
    await db.admin`update mailbox_messages set hidden_at = now() where id = ${hidden}`;
    await db.admin`insert into ignored_senders (team_id, email_norm) values (${scope.teamId}, 'p9@x.example')`;
    const first = await list();
    expect([first.waiting.rows.length, first.understood.rows.length]).toEqual([50, 0]);
    expect(first.waiting.rows[0]?.fromEmail).toBe("p52@x.example");
    const second = await list({ waiting: first.waiting.older });
    expect(second.waiting.rows).toHaveLength(2);
    expect(second.waiting.older).toBeNull();
    const seen = [...first.waiting.rows, ...second.waiting.rows].map((row) => row.id);
    expect(new Set(seen).size).toBe(52);
  });

  test("names whose each may be: by the address that became theirs since, else by the first guess", async () => {
    await unplaced("desk@x.example", { guesses: [{ contactId: kris, because: ["same domain"] }] });
    expect((await list()).waiting.rows[0]?.contact).toBe("Kris Marrier");
    await seedAddress(db.admin, simona, "desk@x.example");
    const [row] = (await list()).waiting.rows;
    expect(row?.contact).toBe("Simona Morasca");
    const opened = await openOtherMail(scope, String(row?.id));
    expect(opened.guesses.map((one) => [one.name, one.because])).toEqual([
      ["Simona Morasca", ["is their own address"]],
      ["Kris Marrier", ["same domain"]],
    ]);
  });

  test("has below what was understood, and on top what holds the mailbox back while it does", async () => {
    await understood("bounce");
    await understood("soft_bounce", { blames: "ours", received_at: new Date(at.getTime() - 86_400_000) });
    await understood("automatic", { received_at: new Date(at.getTime() - 1000) });
    await understood("complaint", { received_at: new Date(at.getTime() - 2000) });
    await understood("reply");
    await understood("reply", { wish: "remove", received_at: new Date(at.getTime() - 3000) });
    const kinds = async () => (await list()).understood.rows.map((row) => row.wish ?? row.blames ?? row.kind);
    expect(await kinds()).toEqual(["bounce", "automatic", "complaint", "remove", "ours"]);
    await db.admin`update sender_accounts set trouble = 'limited' where id = ${mailbox}`;
    expect(await kinds()).toEqual(["ours", "bounce", "automatic", "complaint", "remove"]);
  });

  test("is over all mailboxes where none is named, each row with its own, page after page by time alone", async () => {
    const ben = await seedMailbox(db.admin, scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
    for (let n = 0; n < 60; n += 1) {
      const message = { from: `p${n}@x.example`, at: new Date(at.getTime() + Math.floor(n / 3) * 1000) };
      await seedUnplaced(db.admin, n % 4 === 0 ? mailbox : ben, message);
    }
    const first = await everywhere();
    const second = await everywhere({ waiting: first.waiting.older });
    const all = [...first.waiting.rows, ...second.waiting.rows];
    expect([first.mailbox, first.waiting.rows.length, second.waiting.rows.length]).toEqual([null, 50, 10]);
    expect(new Set(all.map((row) => row.id)).size).toBe(60);
    expect(all.map((row) => row.receivedAt)).toEqual(
      [...all].map((row) => row.receivedAt).sort((a, b) => b.getTime() - a.getTime()),
    );
    expect(all.filter((row) => row.mailbox === "ben@contoso.com")).toHaveLength(45);
    expect((await list({}, scope, ben)).waiting.rows).toHaveLength(45);
    expect(second.waiting.older).toBeNull();
  });

  test("has every mailbox that is held back on top, with what waits in it", async () => {
    ({ scope, senderAccountId: mailbox, contactId: simona } = await seedReadyMail(db.admin, at));
    const ben = await seedMailbox(db.admin, scope.teamId, { email: "ben@contoso.com", displayName: "Ben" });
    const blocked = { blames: "ours", status_code: "5.7.1" };
    await understood("complaint");
    for (const days of [3, 2])
      await understood("soft_bounce", { ...blocked, received_at: new Date(at.getTime() - days * 86_400_000) });
    await understood("soft_bounce", { ...blocked, sender_account_id: ben, received_at: new Date(at.getTime() - 86_400_000) });
    const shown = async () => (await everywhere()).understood.rows.map((row) => [row.mailbox, row.blames ?? row.kind, row.waits]);
    await db.admin`update sender_accounts set trouble = 'limited' where id in (${mailbox}, ${ben})`;
    const [own] = await db.admin`select email from sender_accounts where id = ${mailbox}`;
    expect(await shown()).toEqual([
      ["ben@contoso.com", "ours", 0],
      [own?.email, "ours", 1],
      [own?.email, "complaint", null],
      [own?.email, "ours", null],
    ]);
  });

  test("shows another team nothing of it, whichever mailbox it asks for", async () => {
    const id = await unplaced("desk@x.example");
    await expect(list({}, other)).rejects.toMatchObject({ code: "not_found" });
    expect(await everywhere({}, other)).toMatchObject({ waiting: { rows: [] }, understood: { rows: [] } });
    await expect(openOtherMail(other, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
