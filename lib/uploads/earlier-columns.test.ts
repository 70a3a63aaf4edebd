import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnownPolicy } from "@/db/schema/words";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { changeReading } from "./change-reading";
import { type Confirmation, confirmUpload } from "./confirm-upload";
import { processRows } from "./import/process-rows";
import { previewUpload } from "./preview-upload";
import { beginTaking } from "./taking/begin-taking";
import { columnsOf, openText, runUpload } from "./testing/run-upload";

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

const open = (text: string, name?: string, who = scope, at?: Date) => openText(who, text, name, at);
const run = (id: string, given?: Partial<Confirmation>, who = scope, at?: Date) => runUpload(who, id, given, at);
const columns = (id: string) => columnsOf(scope, id);

const head = "email,first name,last name,company,city,phone";
const targets = ["email", "first_name", "last_name", "company", "field:city", "field:phone"];
const known = (one: { [at: number]: KnownPolicy }) => targets.map((_, at) => one[at] ?? null);

describe("the columns of an earlier file of the same header are taken", () => {
  const text = `${head}\nlea@x.example,Lea,Hale,Old,,1\n`;
  const chosen = ["email", "name", "skip", "company", "field:town", "field:phone"];
  const confirmed = { targets: chosen, known: known({ 3: "leave", 5: "overwrite" }) };

  test("with their rules, and what was found is kept to go back to", async () => {
    await run(await open(text, "first.csv"), { targets });
    await run(await open(text, "leads.csv"), confirmed, scope, later);
    const id = await open(text, "next.csv", scope, later);
    expect(await columns(id)).toEqual(confirmed);
    const { upload } = await previewUpload(scope, id);
    const { remembered } = upload.findings;
    expect(remembered).toMatchObject({ fileName: "leads.csv", at: later.toISOString() });
    expect(remembered?.found.map((one) => one.target)).toEqual(targets);
    expect(upload.counted).toMatchObject({ column: 0, known: 1 });
    // The one that was confirmed last, though what was found was chosen again.
    await run(id, { targets, known: [] }, scope, later);
    expect((await columns(await open(text))).targets).toEqual(targets);
  });

  test("while it is still imported, but not where nobody confirmed it, or it was taken back", async () => {
    const first = await open(text, "first.csv");
    expect((await previewUpload(scope, await open(text))).upload.findings.remembered).toBeNull();
    await confirmUpload(scope, first, { ...confirmed, knownPolicy: "fill" }, now);
    expect(await columns(await open(text))).toEqual(confirmed);
    while (!(await processRows(scope, first, now)).done);
    expect(await columns(await open(text))).toEqual(confirmed);
    await beginTaking(scope, first, later);
    expect((await columns(await open(text))).targets).toEqual(targets);
  });

  test("never another team's", async () => {
    const other = await seedTeam(db.admin);
    await run(await open(text, "theirs.csv", other.scope), confirmed, other.scope);
    expect(await columns(await open(text))).toEqual({ targets, known: known({}) });
  });

  test("nor of other names, of another order, or where no line names them", async () => {
    await run(await open(text), confirmed);
    const [a, b, ...more] = head.split(",");
    for (const names of [
      [b, a, ...more],
      [a, b, ...more.slice(0, -1), "mobile"],
      [a, b, ...more, "more"],
    ]) {
      const { upload } = await previewUpload(scope, await open(`${names.join(",")}\nlea@x.example,lea@x.example,c,d,e,f,g\n`));
      expect(upload.findings.remembered).toBeNull();
    }
    const bare = "lea@x.example,Lea,Ulm\nkim@x.example,Kim,Bonn\n";
    const id = await open(bare);
    await changeReading(scope, id, { headerLine: null });
    await run(id, { targets: ["email", "skip", "skip"] });
    const next = await open(bare);
    await changeReading(scope, next, { headerLine: null });
    expect((await previewUpload(scope, next)).upload.findings.remembered).toBeNull();
  });

  test("unless nobody has an address there", async () => {
    const two = (a: string, b: string) => `mail,other mail,name\n${a},${b},Lea\n`;
    await run(await open(two("lea@x.example", "lea@home.example")), { targets: ["skip", "email", "name"] });
    expect((await columns(await open(two("lea@x.example", "lea@home.example")))).targets[1]).toBe("email");
    const { upload } = await previewUpload(scope, await open(two("lea@x.example", "")));
    expect([upload.mapping[0]?.target, upload.findings.remembered]).toEqual(["email", null]);
  });

  test("among the latest two hundred uploads, quickly", async () => {
    await run(await open(text), confirmed);
    await db.admin`insert into upload_batches (team_id, file_name, headers, column_mapping, status, started_at, created_at)
      select ${scope.teamId}, 'x.csv', '{a,b}', '[]', 'completed', ${later}, ${later}::timestamptz + n * interval '1 minute' from generate_series(1, 198) n`;
    expect(await columns(await open(text, "x.csv", scope, new Date("2026-11-26T12:00:00Z")))).toEqual(confirmed);
    await db.admin`insert into upload_batches (team_id, file_name, headers, status, created_at) select ${scope.teamId}, 'x.csv', '{a,b}', 'completed', ${later} from generate_series(1, 2)`;
    expect((await columns(await open(text, "x.csv", scope, new Date("2026-11-26T12:00:00Z")))).targets).toEqual(targets);
  });
});
