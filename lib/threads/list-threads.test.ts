import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { listThreads } from "./list-threads";
import { mostCounted, type ThreadFilter, threadFilters } from "./thread";

let db: TestDatabase;
let team: SeededTeam;
let mailboxes: string[];
let contacts: string[];
const now = new Date("2026-11-26T12:00:00Z");
const people = inventPeople(140);
const members = [
  { name: "Anna", email: "anna@c.example" },
  { name: "Ben", email: "ben@c.example" },
  { name: "Vera", email: "vera@c.example", role: "viewer" as const },
];

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  team = await seedTeam(db.admin, { members });
  mailboxes = [
    await seedMailbox(db.admin, team.teamId, { email: "anna@contoso.com", displayName: "Anna" }),
    await seedMailbox(db.admin, team.teamId, { email: "sales@contoso.com", displayName: "Sales" }),
  ];
  contacts = (await seedContacts(db.admin, team.teamId, people)).contactIds;
});

const who = (name: string) => team.members.find((one) => one.name === name)?.id ?? "";
const as = (name: string) => ({ teamId: team.teamId, memberId: who(name), timezone: "UTC" });
const list = (filter: ThreadFilter, mailboxId: string | null = null, after: string | null = null, name = "Anna") =>
  listThreads(as(name), { filter, mailboxId, after }, now);
const idsOf = async (filter: ThreadFilter, mailboxId: string | null = null, name = "Anna") =>
  (await list(filter, mailboxId, null, name)).rows.map(({ id }) => id);
const minutes = (n: number) => new Date(now.getTime() - n * 60_000);

type Wanted = Parameters<typeof seedThread>[2];
/** Person `n` wrote `n` minutes ago, or as it is said. */
async function wrote(n: number, message: Partial<Wanted> = {}, mailbox = 0): Promise<string> {
  const place = { teamId: team.teamId, senderAccountId: mailboxes[mailbox] ?? "", contactId: contacts[n] ?? "" };
  return (await seedThread(db.admin, place, { at: minutes(n), ...message })).threadId;
}
/** Sixty that are to do, of which every third was read. */
async function sixty() {
  for (let n = 0; n < 60; n += 1) await wrote(n, { seenAt: n % 3 === 0 ? now : null });
}
/** Every page from the first to the last; `between` is done after the first. */
async function allPages(filter: ThreadFilter, between: () => Promise<unknown> = async () => {}) {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page = await list(filter, null, after);
    pages.push(page.rows.map(({ id }) => id));
    after = page.next;
    if (pages.length === 1) await between();
  } while (after);
  return pages;
}

describe("each filter", () => {
  test("holds what it says: unread ones first, then the newest", async () => {
    const read = await wrote(1, { seenAt: now });
    const old = await wrote(30);
    const fresh = await wrote(2);
    const waiting = await wrote(3, { state: "waiting" });
    const done = await wrote(4, { state: "done" });
    const automatic = await wrote(5, { kind: "automatic" });
    expect(await idsOf("todo")).toEqual([fresh, old, read]);
    expect(await idsOf("waiting")).toEqual([waiting]);
    expect(await idsOf("done")).toEqual([done, automatic]);
    expect((await list("todo")).earlier.map(({ id }) => id)).toEqual([waiting, done, automatic]);
    expect((await list("waiting")).earlier).toEqual([]);
  });

  test("of mine holds what is open and given to whoever asks", async () => {
    const mine = await wrote(1);
    const bens = await wrote(2);
    const settled = await wrote(3, { state: "done" });
    await db.admin`update reply_threads set assigned_to = ${who("Anna")} where id in ${db.admin([mine, settled])}`;
    await db.admin`update reply_threads set assigned_to = ${who("Ben")} where id = ${bens}`;
    expect([await idsOf("mine"), await idsOf("mine", null, "Ben"), await idsOf("mine", null, "Vera")]).toEqual([
      [mine],
      [bens],
      [],
    ]);
    expect((await list("mine")).rows[0]?.assigned).toEqual({ id: who("Anna"), name: "Anna" });
  });

  test("of snoozed has first what comes back soonest, page after page, though many come back at once", async () => {
    const wanted: string[] = [];
    for (let n = 0; n < 55; n += 1) {
      const id = await wrote(n);
      const until = new Date(now.getTime() + (n < 52 ? 7 : 1) * 3_600_000);
      await db.admin`update reply_threads set state = 'snoozed', snoozed_until = ${until} where id = ${id}`;
      wanted.push(id);
    }
    const pages = await allPages("snoozed");
    expect(pages.map(({ length }) => length)).toEqual([50, 5]);
    expect(pages.flat().slice(0, 3).sort()).toEqual(wanted.slice(52).sort());
    expect(pages.flat().sort()).toEqual([...wanted].sort());
  });

  test("is of one mailbox where one is named, with its own counts", async () => {
    const first = await wrote(1);
    const second = await wrote(2, {}, 1);
    expect([await idsOf("todo", mailboxes[0]), await idsOf("todo", mailboxes[1])]).toEqual([[first], [second]]);
    const { counts, mailboxes: named } = await list("todo", mailboxes[1]);
    expect(counts).toMatchObject({ todo: 1 });
    expect(named.map(({ email }) => email)).toEqual(["anna@contoso.com", "sales@contoso.com"]);
  });

  test("counts what it lists", async () => {
    for (let n = 0; n < 30; n += 1) {
      const id = await wrote(n, { state: n % 3 === 1 ? "waiting" : n % 3 === 2 ? "done" : "open" }, n % 2);
      if (n % 4 === 0) await db.admin`update reply_threads set assigned_to = ${who("Anna")} where id = ${id}`;
      if (n % 10 === 9) await db.admin`update reply_threads set state = 'snoozed', snoozed_until = ${now} where id = ${id}`;
    }
    await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, from_email, received_at)
      select ${team.teamId}, ${mailboxes[0] ?? ""}, '<' || n || '@x>', 'reply', n || '@x.example', now() from generate_series(1, 3) n`;
    for (const mailbox of [null, ...mailboxes]) {
      const { counts } = await list("todo", mailbox);
      for (const filter of threadFilters.filter((one) => one !== "other"))
        expect([filter, counts[filter]]).toEqual([filter, (await idsOf(filter, mailbox)).length]);
    }
    expect([(await list("other")).counts.other, (await list("other", mailboxes[1])).counts.other]).toEqual([3, 0]);
    expect((await list("other")).rows).toEqual([]);
  });

  test("counts no further than anybody reads", async () => {
    await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, from_email, received_at)
      select ${team.teamId}, ${mailboxes[0] ?? ""}, '<' || n || '@x>', 'reply', n || '@x.example', now() from generate_series(1, 1200) n`;
    expect((await list("todo")).counts.other).toBe(mostCounted + 1);
  });
});

describe("page after page", () => {
  test("holds every thread once", async () => {
    await sixty();
    const pages = await allPages("todo");
    expect(pages.map(({ length }) => length)).toEqual([50, 10]);
    expect(new Set(pages.flat()).size).toBe(60);
  });

  test("holds none twice and misses none when somebody writes meanwhile", async () => {
    await sixty();
    const [, ...behind] = await allPages("todo");
    let fresh = "";
    const pages = await allPages("todo", async () => {
      fresh = await wrote(100, { at: now });
      // Who stood on the second page writes again: they stand on top now, and are read with the first page anew.
      const [{ contact_id: contact } = {}] =
        await db.admin`select contact_id from reply_threads where id = ${behind.flat()[0] ?? ""}`;
      await wrote(contacts.indexOf(contact), { at: now });
    });
    expect(new Set(pages.flat()).size).toBe(59);
    expect((await idsOf("todo")).slice(0, 2).sort()).toEqual([fresh, behind.flat()[0]].sort());
  });

  test.each(["unread = not unread", "state = 'done'", "last_in_at = now()"])(
    "goes on where it was when the thread it ended with changed since: %s",
    async (change) => {
      await sixty();
      const [first = [], second] = await allPages("todo");
      const end = first.at(-1) ?? "";
      const [, next] = await allPages("todo", () => db.admin.unsafe(`update reply_threads set ${change} where id = '${end}'`));
      expect(next?.filter((id) => id !== end)).toEqual(second);
    },
  );

  test("begins at no place that is none", async () => {
    const place = (at: string) => Buffer.from(JSON.stringify([true, at, crypto.randomUUID()])).toString("base64url");
    expect((await list("todo", null, place("2026-11-26 12:00:00.123456+00"))).rows).toEqual([]);
    for (const after of ["", "x", place("now"), place("2026-02-30 12:00:00+00"), place("infinity")])
      await expect(list("todo", null, after)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a row", () => {
  test("says who, their first words, the mailbox and the label, and who proposed it", async () => {
    const id = await wrote(7, { text: `Yes. ${"x".repeat(300)}` });
    await db.admin`update reply_threads set label = 'later', label_by = 'words' where id = ${id}`;
    const [row] = (await list("todo")).rows;
    expect(row).toEqual({
      id,
      name: `${people[7]?.firstName} ${people[7]?.lastName}`,
      company: people[7]?.company,
      line: `Yes. ${"x".repeat(155)}`,
      at: minutes(7).toISOString(),
      mailbox: "anna@contoso.com",
      state: "open",
      unread: true,
      snoozedUntil: null,
      label: { word: "later", by: "words" },
      sign: null,
      assigned: null,
    });
  });

  test("says that somebody may not be mailed, by whichever way they are suppressed", async () => {
    for (const n of [1, 2, 3]) await wrote(n);
    const [byAddress, byDomain] = [people[1]?.email.toLowerCase() ?? "", people[2]?.email.split("@")[1] ?? ""];
    await db.admin`insert into suppressions (team_id, email_norm, reason) values (${team.teamId}, ${byAddress}, 'unsubscribed')`;
    await db.admin`insert into suppressions (team_id, domain, reason) values (${team.teamId}, ${byDomain}, 'by hand')`;
    expect((await list("todo")).rows.map(({ sign }) => sign)).toEqual(["suppressed", "suppressed", null]);
  });

  test("says what answered by itself, and that it was a meeting", async () => {
    await wrote(1, { kind: "meeting" });
    await wrote(2, { kind: "automatic" });
    await wrote(3, { kind: "automatic" });
    await wrote(4, { kind: "automatic" });
    const away = (n: number, back: string) =>
      db.admin`update mailbox_messages set away_sentence = 'I am away', away_back = ${back} where contact_id = ${contacts[n] ?? ""}`;
    await away(3, "2026-11-27");
    await away(4, "2026-11-26");
    expect((await list("todo")).rows.map(({ sign }) => sign)).toEqual(["meeting"]);
    expect((await list("done")).rows.map(({ sign }) => sign)).toEqual(["automatic", "away", "automatic"]);
  });

  test("stays when its contact is archived: what they wrote is still to be answered", async () => {
    const id = await wrote(1);
    await db.admin`update contacts set archived_at = now() where id = ${contacts[1] ?? ""}`;
    expect(await idsOf("todo")).toEqual([id]);
  });
});

test("a viewer reads the same list, another team nothing of it", async () => {
  const id = await wrote(1);
  expect(await idsOf("todo", null, "Vera")).toEqual([id]);
  const other = await seedTeam(db.admin);
  const theirs = await listThreads(
    { ...other.scope, timezone: "UTC" },
    { filter: "todo", mailboxId: mailboxes[0] ?? "", after: null },
    now,
  );
  expect(theirs).toMatchObject({ rows: [], earlier: [], mailboxes: [], counts: { todo: 0, done: 0, other: 0 } });
});
