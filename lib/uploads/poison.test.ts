import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { confirmUpload } from "./confirm-upload";
import { processRows } from "./import/process-rows";
import { openUpload } from "./open-upload";
import { previewUpload } from "./preview-upload";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

async function* inPieces(file: string | Uint8Array, size: number) {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const stage = (file: string | Uint8Array, size = 65_536) => openUpload(scope, "poison.csv", inPieces(file, size), now);

async function bringIn(file: string | Uint8Array, size?: number) {
  const id = await stage(file, size);
  const { upload } = await previewUpload(scope, id);
  const targets = upload.mapping.map((one) => one.target);
  await confirmUpload(scope, id, { targets, knownPolicy: "fill", listName: null }, now);
  while (!(await processRows(scope, id, now)).done);
  const done = (await previewUpload(scope, id)).upload;
  const refused =
    await db.admin`select line, reason from upload_rows where upload_batch_id = ${id} and state = 'refused' order by line`;
  const kept = await db.admin`select email, name, first_name, company, fields, raw_data from contacts
    where team_id = ${scope.teamId} order by created_at, id`;
  return { upload: done, targets, refused: refused.map((row) => [row.line, row.reason]), kept: [...kept] };
}

describe("a file is refused in a sentence, and nothing of it is kept", () => {
  const files: [string, string | Uint8Array, RegExp][] = [
    [
      "of more than 200 columns",
      `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(",")}\n${"a@a.example,".repeat(40_000)}\n`,
      /200 columns/,
    ],
    ["that is packed", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]), /packed file/],
    ["that is an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old kind/],
  ];
  test.each(files)(
    "%s",
    async (_, file, words) => {
      await expect(stage(file)).rejects.toThrow(words);
      const [left] = await db.admin`select (select count(*)::int from upload_batches where team_id = ${scope.teamId}) as batches,
      (select count(*)::int from upload_parts where team_id = ${scope.teamId}) as parts`;
      expect(left).toEqual({ batches: 0, parts: 0 });
    },
    30_000,
  );
});

describe("a file that cannot be read to its end is not begun before somebody says how it is read", () => {
  test.each([
    [
      "with a cell of a megabyte",
      `email,note\na@a.example,${"x".repeat(1_100_000)}\n`,
      /row that begins in line 2 holds more than/,
    ],
    ["cut off within a quotation", 'email,note\na@a.example,"and then', /begins in line 2 never ends/],
  ])("%s", async (_, file, words) => {
    const id = await stage(file);
    const { upload } = await previewUpload(scope, id);
    expect(upload.findings.doubts[0]).toMatchObject({ title: expect.stringMatching(words), blocks: true });
    const given = { targets: upload.mapping.map((one) => one.target), knownPolicy: "fill" as const, listName: null };
    await expect(confirmUpload(scope, id, given, now)).rejects.toThrow(words);
  });
});

test("one quotation mark that never closes takes nobody away", async () => {
  const id = await stage(
    `email,note\na@a.example,"open\n${Array.from({ length: 5000 }, (_, n) => `b${n}@b.example,x\n`).join("")}`,
  );
  const { upload } = await previewUpload(scope, id);
  expect(upload.counted).toMatchObject({ rows: 5001, fresh: 5001, refused: 0 });
  expect(upload.reading.quote).toBeNull();
});

test("rows too short, too long, twice, with formulas, faces and marks nobody sees: each is accounted for", async () => {
  const { upload, refused, kept } = await bringIn(
    [
      "email;name;town",
      "a@a.example",
      "b@b.example;Bo;Ulm;more;and more",
      '=HYPERLINK("http://x");Cy;Ulm',
      "d@d.example;=1+2;🙂 Zoë 👩‍🚀",
      "\u200bE@e.example\u200b;\u202eEve;Ulm",
      "Flo <f@f.example>;Flo;",
      "mailto:G@g.example;;",
      "a@a.example;Again;Ulm",
      '"h@h.example" ;"Firm "Best" Inc";"Ulm" am See',
      "i@@i.example;Ida;Ulm",
      ";;",
      ";Nobody;Ulm",
    ].join("\n"),
  );
  expect(upload.totalContacts).toBe(11);
  expect([upload.createdCount, upload.updatedCount, upload.unchangedCount, upload.refusedCount]).toEqual([7, 0, 0, 4]);
  expect(refused).toEqual([
    [4, "No @ in the address"],
    [9, "The same address as line 2"],
    [11, "Two @ in the address"],
    [13, "No address in this row"],
  ]);
  expect(kept.map((one) => one.email)).toEqual([
    "a@a.example",
    "b@b.example",
    "d@d.example",
    "E@e.example",
    "f@f.example",
    "G@g.example",
    "h@h.example",
  ]);
  expect(kept[1]?.raw_data).toEqual({
    email: "b@b.example",
    name: "Bo",
    town: "Ulm",
    "Column 4": "more",
    "Column 5": "and more",
  });
  expect(kept[2]).toMatchObject({ name: "=1+2", fields: { town: "🙂 Zoë 👩‍🚀" } });
  expect(kept[3]).toMatchObject({ name: "Eve" });
});

test("the same file twice at once brings everybody in once", async () => {
  const file = `email,name\n${Array.from({ length: 300 }, (_, at) => `p${at}@x.example,Pat ${at}`).join("\n")}\n`;
  const [one, two] = await Promise.all([bringIn(file), bringIn(file)]);
  expect(one.upload.createdCount + two.upload.createdCount).toBe(300);
  expect(one.upload.unchangedCount + two.upload.unchangedCount).toBe(300);
  const [people] = await db.admin`select count(*)::int as n from contacts where team_id = ${scope.teamId}`;
  expect(people?.n).toBe(300);
});

test("an upload that breaks off in the middle leaves nothing", async () => {
  async function* broken() {
    yield new TextEncoder().encode(`email\n${"a@a.example\n".repeat(5000)}`);
    throw Object.assign(new Error("aborted"), { name: "AbortError" });
  }
  await expect(openUpload(scope, "cut.csv", broken(), now)).rejects.toThrow("aborted");
  const [left] = await db.admin`select (select count(*)::int from upload_batches where team_id = ${scope.teamId}) as batches,
    (select count(*)::int from upload_parts where team_id = ${scope.teamId}) as parts`;
  expect(left).toEqual({ batches: 0, parts: 0 });
});

test("a file's name is kept as it can be shown", async () => {
  const id = await openUpload(scope, `ev\u0000il\u202evsc.${"🙂".repeat(300)}`, inPieces("email\na@a.example\n", 9), now);
  const { fileName } = (await previewUpload(scope, id)).upload;
  expect(fileName).toBe(`ev il vsc.${"🙂".repeat(190)}`);
});

describe("line ends", () => {
  const rows = ["email,name", "a@a.example,Ada", "b@b.example,Bo", "c@c.example,Cy"];
  const files: [string, string][] = [
    ["of Windows", rows.join("\r\n")],
    ["of old Macs", rows.join("\r")],
    ["of Windows first, then of Unix", `${rows[0]}\r\n${rows[1]}\r\n${rows[2]}\n${rows[3]}\n`],
    ["of Unix first, then of Windows", `${rows[0]}\n${rows[1]}\n${rows[2]}\r\n${rows[3]}\r\n`],
  ];
  test.each(files)("%s", async (_, file) => {
    for (const size of [1, 7, 65_536]) {
      ({ scope } = await seedTeam(db.admin));
      const { kept, upload } = await bringIn(file, size);
      expect(kept.map((one) => [one.email, one.name])).toEqual([
        ["a@a.example", "Ada"],
        ["b@b.example", "Bo"],
        ["c@c.example", "Cy"],
      ]);
      expect(upload.totalContacts).toBe(3);
    }
  });
});

describe("names of columns", () => {
  test("that every object knows are ordinary names", async () => {
    const file = "email,__proto__,constructor,toString,hasOwnProperty\na@a.example,one,two,three,four\n";
    const first = await bringIn(file);
    expect(first.kept[0]?.fields).toEqual({ proto: "one", constructor: "two", tostring: "three", hasownproperty: "four" });
    expect(Object.entries(first.kept[0]?.raw_data ?? {})).toContainEqual(["__proto__", "one"]);
    // Known now: what is compared is what the contact has, never what every object has.
    await db.admin`update contacts set fields = '{}' where team_id = ${scope.teamId}`;
    const again = await bringIn(file);
    expect(again.upload.updatedCount).toBe(1);
    expect(again.kept[0]?.fields).toEqual({ proto: "one", constructor: "two", tostring: "three", hasownproperty: "four" });
  });
  test("that stand twice are both kept", async () => {
    const { targets, kept } = await bringIn("Email,email,Town,Town\na@a.example,b@b.example,Ulm,Bonn\n");
    expect(targets).toEqual(["email", "field:email_3", "field:town", "field:town_2"]);
    expect(kept[0]?.fields).toEqual({ email_3: "b@b.example", town: "Ulm", town_2: "Bonn" });
    expect(kept[0]?.raw_data).toEqual({ Email: "a@a.example", email: "b@b.example", Town: "Ulm", "Town (2)": "Bonn" });
  });
});

test("a name no index could hold is refused with its line, and holds up no other row; a note may be as long", async () => {
  const noise = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join("");
  const { upload, refused } = await bringIn(
    `email;company;note\na@a.example;${noise};x\nb@b.example;Firm;${noise}\nc@c.example;${noise.slice(0, 500)};x\nd@d.example;Firm;x\ne@e.example;Firm;x\n`,
  );
  expect([upload.createdCount, upload.refusedCount]).toEqual([4, 1]);
  expect(refused).toEqual([[2, "The company is longer than 500 characters"]]);
});
