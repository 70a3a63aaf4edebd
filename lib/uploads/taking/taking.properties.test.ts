import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { archiveContacts } from "../../contacts/archive-contacts";
import { editContact } from "../../contacts/edit-contact";
import { confirmUpload } from "../confirm-upload";
import { processRows } from "../import/process-rows";
import { openUpload } from "../open-upload";
import { beginBringing, beginTaking } from "./begin-taking";
import { bringNext } from "./bring-next";
import { readPlan } from "./read-plan";
import { takeNext } from "./take-next";
import { countStayed, type Taken } from "./taken";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-24T12:00:00Z");
const [earlier, between, later] = ["2026-11-23", "2026-11-25", "2026-11-26"].map((day) => new Date(`${day}T12:00:00Z`)) as [
  Date,
  Date,
  Date,
];
const cell = fc.constantFrom("", "", "Ada", "Acme & Sons", "Ulm", "<b>");
const row = fc.record({ who: fc.integer({ min: 0, max: 5 }), name: cell, company: cell, city: cell });
const file = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  policy: fc.constantFrom("fill", "overwrite", "leave" as const),
  list: fc.boolean(),
});
const act = fc.oneof(
  fc.record({ act: fc.constant("edit" as const), who: fc.integer({ min: 0, max: 5 }), company: cell, city: cell }),
  fc.record({ act: fc.constant("archive" as const), who: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ act: fc.constant("import" as const), file }),
);
type World = {
  before: (typeof act extends fc.Arbitrary<infer A> ? A : never)[];
  file: typeof file extends fc.Arbitrary<infer F> ? F : never;
};
type Act = World["before"][number];
type Scope = { teamId: string; memberId: string };

async function bringIn(scope: Scope, { rows, policy, list }: World["file"], at = now) {
  async function* bytes() {
    yield new TextEncoder().encode(
      `email,first name,company,city\n${rows.map((one) => `p${one.who}@x.example,${one.name},${one.company},${one.city}`).join("\n")}\n`,
    );
  }
  const id = await openUpload(scope, "a.csv", bytes(), at);
  const targets = ["email", "first_name", "company", "field:city"];
  await confirmUpload(scope, id, { targets, knownPolicy: policy, listName: list ? "From a file" : null }, at);
  while (!(await processRows(scope, id, at)).done);
  return id;
}

async function perform(scope: Scope, one: Act, at: Date) {
  if (one.act === "import") return void (await bringIn(scope, one.file, at));
  const [contact] =
    await db.admin`select id, fields from contacts where team_id = ${scope.teamId} and email = ${`p${one.who}@x.example`}`;
  if (!contact) return;
  if (one.act === "archive") return void (await archiveContacts(scope, [contact.id], at));
  const fields = [{ name: "city", value: one.city }];
  await editContact(scope, contact.id, { firstName: "By hand", lastName: "", company: one.company, fields }, at);
}

/** Everybody as the product shows them, with their lists. */
const seen = async (teamId: string) => {
  const rows = await db.admin`select email, name, first_name, last_name, company, fields, archived_at is not null as archived,
      array(select l.name from contact_list_members m join contact_lists l on l.id = m.list_id where m.contact_id = c.id order by 1) as lists
    from contacts c where team_id = ${teamId} order by email`;
  return rows.map((one) => ({ ...one }));
};
const isNew = (before: Awaited<ReturnType<typeof seen>>) => {
  const known = new Set(before.map((one) => (one as { email: string }).email));
  return (one: object) => !known.has((one as { email: string }).email);
};

test("whatever stood before: what nobody touched since is as it was before the import, and bringing back gives what was there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 3 }), file, fc.integer({ min: 1, max: 4 }), async (before, given, most) => {
      const { scope } = await seedTeam(db.admin);
      for (const one of before) await perform(scope, one, earlier);
      const first = await seen(scope.teamId);
      const id = await bringIn(scope, given);
      const second = await seen(scope.teamId);
      const plan = await readPlan(scope, id, later);
      await beginTaking(scope, id, later);
      while (!(await takeNext(scope, id, later, most)).done);
      const third = await seen(scope.teamId);
      expect(third.filter((one) => !isNew(first)(one))).toEqual(first);
      expect(third.filter(isNew(first)).every((one) => (one as { archived?: boolean }).archived)).toBe(true);
      const [row] = await db.admin`select * from upload_batches where id = ${id}`;
      const taken = row?.taken as Taken;
      expect(taken).toEqual(plan?.taken);
      const sum = taken.went + countStayed(taken) + taken.setBack + taken.kept + taken.same;
      expect(sum).toBe(row?.created_count + row?.updated_count + row?.unchanged_count);
      await beginBringing(scope, id, later);
      while (!(await bringNext(scope, id, later, most)).done);
      expect(await seen(scope.teamId)).toEqual(second);
    }),
    { numRuns: process.env.PROVE ? 400 : 25 },
  );
}, 300_000);

test("whatever happens after it: what was touched stays, the numbers add up, and bringing back undoes just what was done", async () => {
  await fc.assert(
    fc.asyncProperty(file, file, fc.array(act, { maxLength: 4 }), async (known, given, after) => {
      const { scope } = await seedTeam(db.admin);
      await bringIn(scope, known, earlier);
      const id = await bringIn(scope, given);
      for (const one of after) await perform(scope, one, between);
      const second = await seen(scope.teamId);
      const plan = await readPlan(scope, id, later);
      await beginTaking(scope, id, later);
      while (!(await takeNext(scope, id, later, 3)).done);
      const [row] = await db.admin`select * from upload_batches where id = ${id}`;
      const taken = row?.taken as Taken;
      expect(taken).toEqual(plan?.taken);
      const sum = taken.went + countStayed(taken) + taken.setBack + taken.kept + taken.same;
      expect(sum).toBe(row?.created_count + row?.updated_count + row?.unchanged_count);
      // A field that somebody typed stands as they typed it.
      for (const one of after)
        if (one.act === "edit" && after.at(-1) === one) {
          const found = (await seen(scope.teamId)).find(
            (person) => (person as { email?: string }).email === `p${one.who}@x.example`,
          );
          const was = second.find((person) => (person as { email?: string }).email === `p${one.who}@x.example`);
          if (found && was) expect((found as { first_name?: string }).first_name).toBe("By hand");
        }
      await beginBringing(scope, id, later);
      while (!(await bringNext(scope, id, later, 3)).done);
      expect(await seen(scope.teamId)).toEqual(second);
    }),
    { numRuns: process.env.PROVE ? 400 : 25 },
  );
}, 300_000);
