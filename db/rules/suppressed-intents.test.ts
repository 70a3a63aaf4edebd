import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "../access/with-team";
import { seedAddress } from "../seed/seed-address";
import { connectAs } from "../testing/connect-as";
import { type Listed, seedListed } from "../testing/seed-listed";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { untilLocked } from "../testing/until-locked";

/** The database has the last word: an intent as the app's role writes it, asked of the list. */
let db: TestDatabase;
let mail: Listed;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
/** PROVE=1 for the full size. */
const races = process.env.PROVE ? 40 : 8;
/** A mail of a campaign, and one by hand: its own row is asked for where it goes. */
const kinds = ["campaign", "single", "answer"] as const;
const listed = (kind: (typeof kinds)[number] = "campaign") => seedListed(db.admin, undefined, kind);
beforeEach(async () => {
  mail = await listed();
});

const intent = () => mail.tried("nobody", mail.insertIntent);
const forget = (address: string) => mail.done("administrator", sql`select forget_suppressed(${address})`);
const other = (address: string, kind: "former" | "answers from") => seedAddress(db.admin, mail.contactId, address, kind);
const correct = (email: string) =>
  db.admin`update contacts set email = ${email}, email_norm = ${email.toLowerCase()} where id = ${mail.contactId}`;

const refused: [string, () => Promise<unknown>][] = [
  ["whose address is suppressed", () => mail.add({ email_norm: "lea@hale.example" })],
  ["whose address is suppressed in other letters, with blanks", () => mail.add({ email_norm: " LEA@Hale.Example\u00a0" })],
  ["whose address is dead", () => mail.add({ email_norm: "lea@hale.example", reason: "bounced" })],
  ["whose domain is suppressed", () => mail.add({ domain: "Hale.example" })],
  ["whose address fits a wildcard by its domain", () => mail.add({ wildcard: "*@*.example" })],
  ["whose address fits a wildcard by its name", () => mail.add({ wildcard: "lea@*" })],
  ["whose address fits a wildcard in the middle", () => mail.add({ wildcard: "*a@h*" })],
  [
    "whose address is known by its hash",
    async () => {
      await mail.add({ email_norm: "lea@hale.example", reason: "bounced" });
      await forget("Lea@Hale.example ");
    },
  ],
  [
    "who asked from another address of theirs",
    async () => {
      await other("Office@x.example", "answers from");
      await mail.add({ email_norm: "office@x.example", reason: "asked in a reply" });
    },
  ],
  [
    "whose former address says so",
    async () => {
      await other("before@x.example", "former");
      await mail.add({ email_norm: "before@x.example" });
    },
  ],
  [
    "whose former address's domain is suppressed",
    async () => {
      await other("before@x.example", "former");
      await mail.add({ domain: "x.example" });
    },
  ],
  [
    "who asked from an address that is known by its hash since",
    async () => {
      await other("office@x.example", "answers from");
      await mail.add({ email_norm: "office@x.example", reason: "unsubscribed" });
      await forget("office@x.example");
    },
  ],
  [
    "whose address was corrected since it was suppressed, and forgotten as theirs",
    async () => {
      await mail.add({ email_norm: "lea@hale.example" });
      await correct("new@x.example");
      await db.admin`delete from contact_addresses where contact_id = ${mail.contactId} and kind = 'former'`;
    },
  ],
  [
    "who is written to at an address with blanks around it",
    async () => {
      await correct("new@x.example");
      await mail.add({ email_norm: "old@x.example" });
      await mail.redirect("\t Old@X.example ");
    },
  ],
  [
    "whom only the signed request names",
    async () => {
      await mail.add({ email_norm: "old@x.example" });
      await db.admin`update email_drafts set request = '{"to": {"email": "Old@X.example"}}' where id = ${mail.draftId}`;
    },
  ],
];

describe.each(kinds)("no intent of a %s mail is written for somebody", (kind) => {
  beforeEach(async () => {
    mail = await listed(kind);
  });

  test.each(refused)("%s", async (_, suppress) => {
    expect(await intent()).toBe("1 row");
    await suppress();
    expect(await intent()).toBe("CS001");
    // Nor for an administrator.
    expect(await mail.tried("administrator", mail.insertIntent)).toBe("CS001");
  });
});

const free: [string, () => Promise<unknown>][] = [
  [
    "a former address of theirs is dead",
    async () => {
      await other("before@x.example", "former");
      await mail.add({ email_norm: "before@x.example", reason: "bounced" });
    },
  ],
  [
    "a former address of theirs is dead and known by its hash",
    async () => {
      await other("before@x.example", "former");
      await mail.add({ email_norm: "before@x.example", reason: "bounced" });
      await forget("before@x.example");
    },
  ],
  [
    "only a domain below or above theirs is suppressed",
    async () => {
      await mail.add({ domain: "mail.hale.example" });
      await mail.add({ domain: "example" });
    },
  ],
  [
    "a wildcard has their letters where patterns have signs",
    async () => {
      await mail.add({ wildcard: "le_@hale.example" });
      await mail.add({ wildcard: "%" });
      await mail.add({ wildcard: "*@*.hale.example" });
    },
  ],
  [
    "another team suppressed them, by each kind of entry",
    async () => {
      const theirs = await seedListed(db.admin);
      await theirs.add({ email_norm: "lea@hale.example", reason: "unsubscribed" });
      await theirs.add({ domain: "hale.example" });
      await theirs.add({ wildcard: "*" });
      await theirs.done("administrator", sql`select forget_suppressed('lea@hale.example')`);
    },
  ],
  [
    "their entry was lifted",
    async () => {
      const id = await mail.add({ email_norm: "lea@hale.example" });
      await forget("lea@hale.example");
      await mail.done(
        "administrator",
        sql`update suppressions set lifted_at = now(), lifted_by = ${mail.scope.memberId}, lift_reason = 'x' where id = ${id}`,
      );
    },
  ],
];
describe.each(kinds)("an intent of a %s mail is written where", (kind) => {
  beforeEach(async () => {
    mail = await listed(kind);
  });

  test.each(free)("%s", async (_, change) => {
    await change();
    expect(await intent()).toBe("1 row");
  });
});

test("two teams with the same wildcard lift each their own", async () => {
  const theirs = await seedListed(db.admin);
  for (const team of [mail, theirs]) await team.add({ wildcard: "*@hale.example" });
  await mail.done(
    "administrator",
    sql`update suppressions set lifted_at = now(), lifted_by = ${mail.scope.memberId}, lift_reason = 'x'`,
  );
  expect([await intent(), await theirs.tried("nobody", theirs.insertIntent)]).toEqual(["1 row", "CS001"]);
});

describe.each(kinds)("of a suppression and an intent of a %s mail at the same moment", (kind) => {
  beforeEach(async () => {
    mail = await listed(kind);
  });

  test("the suppression is not there before an intent that was checked is", async () => {
    const app = connectAs(db.appUrl);
    const held = await app.reserve();
    try {
      await held`begin`;
      await held`select set_config('app.team_id', ${mail.teamId}, true)`;
      await held`insert into delivery_intents (delivery_id, attempt) select id, 1 from deliveries where draft_id = ${mail.draftId}`;
      let isThere = false;
      const suppressing = mail.add({ domain: "hale.example" }).then(() => {
        isThere = true;
      });
      await untilLocked(db);
      expect(isThere).toBe(false);
      await held`commit`;
      await suppressing;
    } finally {
      held.release();
      await app.end();
    }
    expect(await mail.tried("nobody", mail.insertIntent)).toBe("CS001");
  });

  test.each(["repeatable read", "serializable"])(
    "whoever would see only what was there before, %s, writes no intent",
    async (level) => {
      const app = connectAs(db.appUrl);
      const held = await app.reserve();
      try {
        await held.unsafe(`begin isolation level ${level}`);
        await held`select set_config('app.team_id', ${mail.teamId}, true)`;
        await held`select 1 from deliveries`;
        await mail.add({ email_norm: "lea@hale.example" });
        const writing = held`insert into delivery_intents (delivery_id, attempt) select id, 1 from deliveries where draft_id = ${mail.draftId}`;
        await expect(writing).rejects.toMatchObject({ code: "25001" });
        await held`rollback`;
      } finally {
        held.release();
        await app.end();
      }
    },
  );

  test(`no intent is there a moment after the suppression that was not there with it, in ${races} races`, async () => {
    for (let round = 0; round < races; round += 1) {
      const race = await listed(kind);
      const count = async () =>
        (await db.admin`select count(*)::int as n from delivery_intents where team_id = ${race.teamId}`)[0]?.n;
      const writing = race.done("nobody", race.insertIntent).catch((error: Error) => error);
      await race.add({ wildcard: "*@hale.*" });
      const atOnce = await count();
      const answer = await writing;
      expect([round, await count(), answer instanceof Error]).toEqual([round, atOnce, atOnce === 0]);
    }
  });
});

test("a list that nobody has counted, as after a restore, is looked into by its indexes all the same", async () => {
  await db.admin`alter table suppressions set (autovacuum_enabled = off)`;
  await db.admin`analyze suppressions`;
  await db.admin`insert into suppressions (team_id, email_norm, reason) select ${mail.teamId}, n || '@nobody.example', 'unsubscribed' from generate_series(1, 20000) n`;
  await db.admin`insert into suppressions (team_id, domain, reason) select ${mail.teamId}, n || '.nobody.example', 'by hand' from generate_series(1, 20000) n`;
  await mail.add({ wildcard: "*@*.w.example" });
  await mail.add({ email_norm: "gone@x.example" });
  await forget("gone@x.example");
  const asked = await withTeam(mail.scope, async (tx) => {
    const ask = sql`select is_suppressed(${mail.contactId}::uuid, 'lea@hale.example')`;
    for (let n = 0; n < 8; n += 1) await tx.execute(ask);
    return (await tx.execute(sql`explain (analyze, buffers, format json) ${ask}`)) as unknown as { "QUERY PLAN": Explained }[];
  });
  const { Plan } = asked[0]?.["QUERY PLAN"][0] ?? {};
  expect(Number(Plan?.["Shared Hit Blocks"]) + Number(Plan?.["Shared Read Blocks"])).toBeLessThan(100);
});
type Explained = { Plan: Record<string, unknown> }[];
