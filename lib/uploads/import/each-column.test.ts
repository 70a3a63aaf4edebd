import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnownPolicy } from "@/db/schema/words";
import { inventCsv, inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { archiveContacts } from "../../contacts/archive-contacts";
import { type Confirmation } from "../confirm-upload";
import { foreseeKnown } from "../count/foresee-known";
import { beginTaking } from "../taking/begin-taking";
import { readPlan } from "../taking/read-plan";
import { takeNext } from "../taking/take-next";
import { columnsOf, openText, runUpload } from "../testing/run-upload";

type Scope = { teamId: string; memberId: string };
let db: TestDatabase;
let scope: Scope;
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

const open = (text: string) => openText(scope, text);
const run = (id: string, given?: Partial<Confirmation>) => runUpload(scope, id, given);
const columns = (id: string) => columnsOf(scope, id);
const people = () =>
  db.admin`select email, name, first_name, last_name, company, fields, archived_at from contacts where team_id = ${scope.teamId} order by email`.then(
    (rows) => rows.map((row) => ({ ...row })),
  );

const head = "email,first name,last name,company,city,phone";
const targets = ["email", "first_name", "last_name", "company", "field:city", "field:phone"];
const known = (one: { [at: number]: KnownPolicy }) => targets.map((_, at) => one[at] ?? null);

describe("each column may have a rule of its own for people who are known", () => {
  const first = `${head}\nlea@x.example,Lea,Hale,Old,,1\nkim@x.example,Kim,,,Ulm,\n`;
  const second = `${head}\nlea@x.example,Leah,Hailey,New,Bonn,2\nkim@x.example,Kimi,Kay,New,Bonn,2\nnew@x.example,Nia,New,New,Bonn,2\n`;
  beforeEach(async () => {
    await run(await open(first));
  });

  test("one is left alone, one filled, while the others overwrite; taken back, all stands as before", async () => {
    const before = await people();
    const id = await open(second);
    const given = { targets, known: known({ 3: "leave", 5: "fill" }), knownPolicy: "overwrite" as const };
    const foreseen = await foreseeKnown(scope, id, given);
    expect(foreseen).toMatchObject({ rows: 3, isAll: true, people: { fills: 2, overwrites: 2 } });
    expect(foreseen.columns.map(({ fills, overwrites }) => [fills, overwrites])).toEqual([
      [0, 0],
      [0, 2],
      [1, 1],
      [0, 0],
      [1, 1],
      [1, 0],
    ]);
    await run(id, given);
    expect((await people()).slice(0, 2)).toMatchObject([
      { name: "Kimi Kay", first_name: "Kimi", last_name: "Kay", company: null, fields: { city: "Bonn", phone: "2" } },
      { name: "Leah Hailey", first_name: "Leah", company: "Old", fields: { city: "Bonn", phone: "1" } },
    ]);
    // The rules are kept with the upload.
    expect((await columns(id)).known).toEqual([null, null, null, "leave", null, "fill"]);
    expect((await readPlan(scope, id, later))?.taken).toMatchObject({ went: 1, setBack: 2 });
    await beginTaking(scope, id, later);
    while (!(await takeNext(scope, id, later, 1)).done);
    expect((await people()).filter((one) => one.archived_at === null)).toEqual(before);
  });

  test("a rule counts where all are skipped, and whoever is archived stays so", async () => {
    const [lea] = await db.admin`select id from contacts where team_id = ${scope.teamId} and email = 'lea@x.example'`;
    await archiveContacts(scope, [String(lea?.id)], now);
    const id = await open(second);
    const given = { targets, known: known({ 3: "overwrite" }), knownPolicy: "leave" as const };
    expect((await foreseeKnown(scope, id, given)).all).toEqual({ fills: 1, overwrites: 1 });
    await run(id, given);
    const [kim, archived] = await people();
    expect(kim).toMatchObject({ name: "Kim", last_name: null, company: "New", fields: { city: "Ulm" } });
    expect(archived).toMatchObject({ name: "Lea Hale", company: "New", fields: { phone: "1" } });
    expect(archived?.archived_at).not.toBeNull();
    const said = await db.admin`select reason from upload_rows where upload_batch_id = ${id} and reason is not null`;
    expect([...said]).toEqual([{ reason: "Is archived, stays so" }]);
  });

  test("a full name gives first and last name by the rule of its column", async () => {
    const text = "email,full name,company\nlea@x.example,Leah Hailey,New\n";
    const of = ["email", "name", "company"];
    const left = { targets: of, known: [null, "leave" as const, null], knownPolicy: "overwrite" as const };
    await run(await open(text), left);
    expect((await people())[1]).toMatchObject({ name: "Lea Hale", first_name: "Lea", last_name: "Hale", company: "New" });
    const written = { targets: of, known: [null, "overwrite" as const, null], knownPolicy: "leave" as const };
    const id = await open(text);
    // Three cells of the person are one of the file.
    expect((await foreseeKnown(scope, id, written)).columns[1]).toEqual({ fills: 0, overwrites: 1 });
    await run(id, written);
    expect((await people())[1]).toMatchObject({ name: "Leah Hailey", first_name: "Leah", last_name: "Hailey" });
  });

  test("a name made of two says what both say afterwards, and an empty cell takes nothing from it", async () => {
    const given = { targets, known: known({ 1: "leave" }), knownPolicy: "overwrite" as const };
    await run(await open(`${head}\nlea@x.example,Leah,Hailey,,,\nkim@x.example,Kimi,,,,\n`), given);
    expect((await people()).slice(0, 2)).toMatchObject([
      { name: "Kim", first_name: "Kim", last_name: null },
      { name: "Lea Hailey", first_name: "Lea", last_name: "Hailey" },
    ]);
    await run(await open(`${head}\nlea@x.example,Leah,,,,\n`), { targets, known: [], knownPolicy: "overwrite" });
    expect((await people())[1]).toMatchObject({ name: "Leah Hailey" });
  });

  test("neither the address nor what is left out has one, and an older upload without any is as all", async () => {
    const id = await open(second);
    await run(id, {
      targets: ["email", "first_name", "last_name", "company", "skip", "skip"],
      known: ["leave", null, null, null, "overwrite", "overwrite"],
    });
    expect((await columns(id)).known).toEqual([null, null, null, null, null, null]);
    expect((await people())[0]).toMatchObject({ name: "Kim", last_name: "Kay", company: "New", fields: { city: "Ulm" } });
  });

  test.each(["fill", "overwrite", "leave"] as const)(
    "what is foreseen under “%s” is what is done, cell by cell",
    async (knownPolicy) => {
      await seedContacts(db.admin, scope.teamId, inventPeople(30));
      const lines = inventCsv(inventPeople(40)).trimEnd().split("\n");
      const again = [...lines, lines[1], "nobody,x"].map((line) => `${line?.replace(/,[^,]*$/, "")},Other`);
      const id = await open(`${[lines[0], ...again.slice(1)].join("\n")}\n`);
      const { targets: of } = await columns(id);
      const given = { targets: of, known: of.map((_, at) => (at === 2 ? ("overwrite" as const) : null)), knownPolicy };
      const foreseen = await foreseeKnown(scope, id, given);
      await run(id, given);
      const [done] = await db.admin`select count(distinct contact_id) filter (where coalesce(c.value->>0, '') = '')::int as fills,
        count(distinct contact_id) filter (where coalesce(c.value->>0, '') <> '')::int as overwrites
      from upload_rows r, jsonb_each(r.changed->'cells') c where r.upload_batch_id = ${id}`;
      expect(foreseen.people).toEqual({ ...done });
    },
  );

  test("only so many rows are looked at, and it is said", async () => {
    const id = await open(second);
    const given = { targets, knownPolicy: "overwrite" as const };
    expect(await foreseeKnown(scope, id, given, 1)).toMatchObject({ rows: 1, isAll: false, people: { overwrites: 1 } });
    expect(await foreseeKnown(scope, id, given, 3)).toMatchObject({ rows: 3, isAll: true, people: { overwrites: 2 } });
  });
});
