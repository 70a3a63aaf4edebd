import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventCsv, inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { workbookOf } from "../files/kept/testing/zip-of";
import { cancelUpload } from "./cancel-upload";
import { changeReading } from "./change-reading";
import { confirmUpload } from "./confirm-upload";
import { keepCounts } from "./count/keep-counts";
import { failUpload, processRows } from "./import/process-rows";
import { openUpload } from "./open-upload";
import { previewUpload } from "./preview-upload";
import { readResult } from "./read-result";
import { tidyFiles } from "./tidy-files";
import { writeRefused } from "./write-refused";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
const now = new Date("2026-11-24T12:00:00Z");
/** One transaction a call, of a few rows. */
const few = { longest: 0, atOnce: 50 };

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ scope } = await seedTeam(db.admin));
});

async function* inPieces(file: string | Uint8Array, size = 7) {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const stage = (file: string | Uint8Array, size?: number) => openUpload(scope, "people.csv", inPieces(file, size), now);
const targets = async (id: string) => (await previewUpload(scope, id)).upload.mapping.map((one) => one.target);
async function run(id: string, more: { knownPolicy?: "fill" | "overwrite" | "leave"; listName?: string } = {}) {
  await confirmUpload(
    scope,
    id,
    { targets: await targets(id), knownPolicy: more.knownPolicy ?? "fill", listName: more.listName ?? null },
    now,
  );
  while (!(await processRows(scope, id, now)).done);
  return (await previewUpload(scope, id)).upload;
}
const kept = () =>
  db.admin`select email, name, first_name, company, fields from contacts where team_id = ${scope.teamId} order by created_at, id`;
const counts = (row: { createdCount: number; updatedCount: number; unchangedCount: number; refusedCount: number }) => [
  row.createdCount,
  row.updatedCount,
  row.unchangedCount,
  row.refusedCount,
];

describe("a file is read", () => {
  const header = "First name,Last name,E-Mail,Company";
  const cp1252 = Uint8Array.from(Buffer.from(`${header}\r\nZo\xeb,M\xfcller,zoe@m.example,Caf\xe9\r\n`, "latin1"));
  const files: [string, string | Uint8Array][] = [
    ["with commas", `${header}\nZoë,Müller,zoe@m.example,Café\n`],
    ["with semicolons", `${header.replaceAll(",", ";")}\nZoë;Müller;zoe@m.example;Café\n`],
    ["with tabs", `${header.replaceAll(",", "\t")}\nZoë\tMüller\tzoe@m.example\tCafé\n`],
    ["with a byte order mark", `\ufeff${header}\nZoë,Müller,zoe@m.example,Café`],
    ["in Windows-1252", cp1252],
    [
      "in UTF-16 as Excel writes it",
      Uint8Array.from(Buffer.from(`\ufeff${header}\r\nZoë,Müller,zoe@m.example,Café\r\n`, "utf16le")),
    ],
    [
      "in UTF-16 of the other order",
      Uint8Array.from(Buffer.from(`\ufeff${header}\r\nZoë,Müller,zoe@m.example,Café\r\n`, "utf16le").swap16()),
    ],
    ["with bars", `${header.replaceAll(",", "|")}\nZoë|Müller|zoe@m.example|Café\n`],
    ["with quotes and empty lines", `\n${header}\n\n"Zoë","Müller","zoe@m.example","Café"\n\n`],
    ["with a short row after it", `${header}\nZoë,Müller,zoe@m.example,Café\n,,,\n`],
    ["with a stray quotation mark", `${header},Note\nZoë,Müller,zoe@m.example,Café,5" pipe\n`],
  ];
  test.each(files)("%s", async (_, file) => {
    for (const size of [1, 7, 100_000]) {
      const id = await stage(file, size);
      const { rows, upload } = await previewUpload(scope, id);
      expect(rows[0]?.cells.slice(0, 4)).toEqual(["Zoë", "Müller", "zoe@m.example", "Café"]);
      expect(upload.mapping.slice(0, 4).map((one) => one.target)).toEqual(["first_name", "last_name", "email", "company"]);
      expect(upload.totalContacts).toBe(1);
    }
  });

  test("and the line of each row is the file's own, also after a cell of several lines", async () => {
    const id = await stage('email,note\na@a.example,"one\ntwo"\n\nb@b.example,x\n');
    const { rows } = await previewUpload(scope, id);
    expect(rows.map((row) => row.line)).toEqual([2, 5]);
  });

  test("and a column of addresses is found under any name", async () => {
    expect(await targets(await stage("Wen,Wo,Stadt,Stadt\nKonditorei am Markt,lea@hale.example,Ulm,Ulm\n"))).toEqual([
      "field:wen",
      "email",
      "field:stadt",
      "field:stadt_2",
    ]);
  });
});

describe("nothing is kept of a file", () => {
  const files: [string, string | Uint8Array, string][] = [
    ["that is empty", "", "empty"],
    ["with a header alone", "email,name\n", "no rows"],
    ["that is a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 10, 26, 10]), "a picture"],
  ];
  test.each(files)("%s", async (_, file, words) => {
    await expect(stage(file)).rejects.toThrow(words);
    const [left] = await db.admin`select count(*)::int as n from upload_batches where team_id = ${scope.teamId}`;
    expect(left?.n).toBe(0);
  });
});

test("rows become contacts, and every row is accounted for", async () => {
  const id = await stage(
    "Name,email,City\nLea Hale,lea@hale.example,Ulm\nNo One,not an address,Ulm\nLea Again,LEA@hale.example,Bonn\nOmar Ray,omar@ray.example,\n",
  );
  const upload = await run(id, { listName: "People" });
  expect(counts(upload)).toEqual([2, 0, 0, 2]);
  expect(await kept()).toEqual([
    { email: "lea@hale.example", name: "Lea Hale", first_name: "Lea", company: null, fields: { city: "Ulm" } },
    { email: "omar@ray.example", name: "Omar Ray", first_name: "Omar", company: null, fields: {} },
  ]);
  const refused =
    await db.admin`select line, reason from upload_rows where upload_batch_id = ${id} and state = 'refused' order by line`;
  expect(refused).toEqual([
    { line: 3, reason: "No @ in the address" },
    { line: 4, reason: "The same address as line 2" },
  ]);
  const [list] =
    await db.admin`select count(*)::int as n from contact_list_members m join contact_lists l on l.id = m.list_id where l.name = 'People' and l.team_id = ${scope.teamId}`;
  expect(list?.n).toBe(2);
});

describe("people who are known", () => {
  const again = "Name,email,Company,Town\nLea Other,lea@hale.example,Hale,Ulm\n";
  beforeEach(async () => {
    await run(await stage("Name,email\nLea Hale,lea@hale.example\n"));
  });
  test.each([
    ["fill", [0, 1, 0, 0], { name: "Lea Hale", company: "Hale" }],
    ["overwrite", [0, 1, 0, 0], { name: "Lea Other", company: "Hale" }],
    ["leave", [0, 0, 1, 0], { name: "Lea Hale", company: null }],
  ] as const)("%s", async (knownPolicy, numbers, contact) => {
    expect(counts(await run(await stage(again), { knownPolicy }))).toEqual(numbers);
    expect((await kept())[0]).toMatchObject(contact);
  });
  test("keep what the file leaves empty", async () => {
    expect(counts(await run(await stage("Name,email\n,lea@hale.example\n"), { knownPolicy: "overwrite" }))).toEqual([0, 0, 1, 0]);
    expect((await kept())[0]).toMatchObject({ name: "Lea Hale" });
  });
});

test("an import that is cut between two chunks goes on where it stood, and a repeated chunk changes nothing", async () => {
  const id = await stage(inventCsv(inventPeople(120)), 10_000);
  await confirmUpload(scope, id, { targets: await targets(id), knownPolicy: "fill", listName: null }, now);
  await processRows(scope, id, now, few);
  // The answer of a chunk was lost, so it is asked for again, by two at once.
  await Promise.all([processRows(scope, id, now, few), processRows(scope, id, now, few)]);
  await processRows(scope, id, now, few);
  expect(counts((await previewUpload(scope, id)).upload)).toEqual([120, 0, 0, 0]);
  expect(await kept()).toHaveLength(120);
});

test("cancelling keeps the rows already read and says which", async () => {
  const id = await stage(inventCsv(inventPeople(120)), 10_000);
  await confirmUpload(scope, id, { targets: await targets(id), knownPolicy: "fill", listName: null }, now);
  await processRows(scope, id, now, few);
  expect(await cancelUpload(scope, id, now)).toBe(true);
  expect(await processRows(scope, id, now, few)).toEqual({ done: true });
  const { upload } = await previewUpload(scope, id);
  expect([counts(upload), upload.cancelledAt]).toEqual([[50, 0, 0, 0], now]);
});

test("an import that cannot go on says so and keeps what was read; one that ended stays as it is", async () => {
  const id = await stage(inventCsv(inventPeople(120)), 10_000);
  await confirmUpload(scope, id, { targets: await targets(id), knownPolicy: "fill", listName: null }, now);
  await processRows(scope, id, now, few);
  await failUpload(scope, id, now);
  const { upload } = await previewUpload(scope, id);
  expect([counts(upload), upload.status, upload.error]).toEqual([[50, 0, 0, 0], "failed", expect.stringContaining("kept")]);
  expect(await processRows(scope, id, now, few)).toEqual({ done: true });
  expect(await kept()).toHaveLength(50);
  const done = await stage("email\na@a.example\n");
  await confirmUpload(scope, done, { targets: ["email"], knownPolicy: "fill", listName: null }, now);
  await processRows(scope, done, now);
  await failUpload(scope, done, now);
  expect((await previewUpload(scope, done)).upload.status).toBe("completed");
});

test("another team's upload is not found", async () => {
  const id = await stage("email\na@a.example\n");
  const other = await seedTeam(db.admin);
  const theirs = { teamId: other.teamId, memberId: null };
  await expect(previewUpload(theirs, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(confirmUpload(theirs, id, { targets: ["email"], knownPolicy: "fill", listName: null }, now)).rejects.toMatchObject(
    { code: "not_found" },
  );
  await expect(cancelUpload(theirs, id, now)).rejects.toMatchObject({ code: "not_found" });
});

/** PROVE=1 for as many as a file may have. */
const [large, seconds] = process.env.PROVE ? [100_000, 30] : [4_000, 6];

test(`${large} rows, half of them known, come in within ${seconds} s`, async () => {
  await seedContacts(db.admin, scope.teamId, inventPeople(large / 2));
  const started = Date.now();
  const id = await stage(inventCsv(inventPeople(large)), 65_536);
  const staged = Date.now();
  // A larger file is counted by a function of Inngest's.
  await keepCounts(scope, id);
  const { upload: waiting } = await previewUpload(scope, id);
  expect(waiting.counted).toMatchObject({ fresh: large / 2, known: large / 2, refused: 0 });
  const counted = Date.now();
  const upload = await run(id);
  expect(upload.createdCount + upload.updatedCount + upload.unchangedCount + upload.refusedCount).toBe(large);
  expect(upload.createdCount).toBe(large / 2);
  if (process.env.PROVE)
    console.info(
      `${large} rows: read ${staged - started} ms, counted ${counted - staged} ms, imported ${Date.now() - counted} ms`,
    );
  expect(Date.now() - started).toBeLessThan(seconds * 1000);
}, 90_000);

test.each([
  ["fill", { back: 1, stay: 0 }],
  ["leave", { back: 0, stay: 1 }],
] as const)("somebody archived, where known people are treated by “%s”, is told of", async (knownPolicy, told) => {
  await run(await stage("email\nlea@hale.example\nkim@hale.example\n"));
  await db.admin`update contacts set archived_at = ${now} where team_id = ${scope.teamId} and email = 'lea@hale.example'`;
  const id = await stage("email\nlea@hale.example\nkim@hale.example\n");
  await run(id, { knownPolicy });
  expect((await readResult(scope, id, 1)).archived).toEqual(told);
});

test("a file goes after thirty days, what became of its rows stays; an upload nobody confirmed goes with it", async () => {
  const id = await stage("email\nlea@hale.example\n");
  await run(id);
  const waiting = await stage("email\nkim@hale.example\n");
  await db.admin`update upload_parts set created_at = ${now}::timestamptz - interval '31 days' where upload_batch_id = any(${[id, waiting]})`;
  await db.admin`update upload_batches set created_at = ${now}::timestamptz - interval '31 days' where id = any(${[id, waiting]})`;
  expect(await tidyFiles(now)).toBe(2);
  await stage("email\nida@hale.example\n");
  const left = await db.admin`select id from upload_batches where id = any(${[id, waiting]})`;
  expect([...left]).toEqual([{ id }]);
  expect((await readResult(scope, id, 1)).upload.createdCount).toBe(1);
});

test("what a colleague had read in another way since is not imported by what was seen before", async () => {
  const id = await stage("email;name\nlea@hale.example;Lea\n");
  const { upload } = await previewUpload(scope, id);
  const seen = { reading: upload.reading, rows: upload.counted?.rows ?? 0 };
  await changeReading(scope, id, { headerLine: null });
  const given = { targets: await targets(id), knownPolicy: "fill" as const, listName: null, seen };
  await expect(confirmUpload(scope, id, given, now)).rejects.toThrow("read in another way");
});

test("refused rows are taken as a file, which read again is the same rows, and another team finds none", async () => {
  const id = await stage('Name,email,Note\n"Lea, the first",nobody,"two\nlines"\n=cmd,a@@a.example,\nKim,kim@hale.example,x\n');
  await run(id);
  let text = "";
  for await (const piece of writeRefused(scope, id)) text += piece;
  expect(text).toBe(
    '\ufeffName,email,Note,Line in the file,Why it was refused\r\n"Lea, the first",nobody,"two\nlines",2,No @ in the address\r\n\'=cmd,a@@a.example,,4,Two @ in the address\r\n',
  );
  const again = await previewUpload(scope, await stage(text));
  expect(again.rows.map(({ cells }) => cells[1])).toEqual(["nobody", "a@@a.example"]);
  const other = await seedTeam(db.admin);
  await expect(writeRefused({ teamId: other.teamId, memberId: null }, id).next()).rejects.toMatchObject({ code: "not_found" });
});

test("lines left out at the end are left out once, by the count and by the import", async () => {
  const id = await stage(`email\n${Array.from({ length: 20 }, (_, n) => `p${n}@hale.example\n`).join("")}(20 rows)\n`);
  await changeReading(scope, id, { skipEnd: 1 });
  const { upload } = await previewUpload(scope, id);
  expect(upload.counted).toMatchObject({ rows: 20, fresh: 20, refused: 0, lines: 22 });
  expect(counts(await run(id))).toEqual([20, 0, 0, 0]);
});

test("a file of which a piece is gone is not taken for a shorter one", async () => {
  const id = await stage("email\nlea@hale.example\n");
  const given = { targets: await targets(id), knownPolicy: "fill" as const, listName: null };
  await confirmUpload(scope, id, given, now);
  await db.admin`delete from upload_parts where upload_batch_id = ${id}`;
  await expect(processRows(scope, id, now)).rejects.toThrow("not kept any more");
  const [row] = await db.admin`select status, processed_contacts as read from upload_batches where id = ${id}`;
  expect(row).toEqual({ status: "processing", read: 0 });
});

test("a workbook of Excel's is read as its first sheet, and somebody who unsubscribed elsewhere is refused with that reason", async () => {
  const id = await stage(
    workbookOf([
      ["Email", "Name", "Status"],
      ["lea@hale.example", "Lea Hale", "Active"],
      ["kim@hale.example", "Kim", "Unsubscribed"],
    ]),
    100_000,
  );
  expect(counts(await run(id))).toEqual([1, 0, 0, 1]);
  expect((await readResult(scope, id, 1)).refused).toMatchObject([{ line: 3, reason: "Asked elsewhere not to be mailed" }]);
});

test("rows show as they will count: who unsubscribed elsewhere, cells beyond the header, and a person with two addresses", async () => {
  const out = await previewUpload(
    scope,
    await stage("Email Address,First Name,UNSUB_TIME\nout@hale.example,Out,2026-01-02 10:00:00\n"),
  );
  expect([out.rows[0]?.isOut, out.upload.counted?.refused]).toEqual([true, 1]);
  const wide = await previewUpload(
    scope,
    await stage("Email,First\nlea@hale.example\ntom@hale.example,Tom,extra\nida@hale.example,Ida,,,,\n"),
  );
  expect(wide.upload.headers).toEqual(["Email", "First"]);
  expect(wide.upload.findings.doubts.map(({ title }) => title)).toEqual(["1 line has a cell too many"]);
  const two = await previewUpload(scope, await stage("Email,Secondary Email,Name\nlea@hale.example,lea@home.example,Lea\n"));
  expect(two.upload.findings.doubts).toEqual([]);
});

test("all lines but one may be left out", async () => {
  const id = await stage(`email\n${Array.from({ length: 50 }, (_, n) => `p${n}@hale.example\n`).join("")}`);
  await changeReading(scope, id, { skipEnd: 49 });
  const { upload, rows } = await previewUpload(scope, id);
  expect(upload.counted).toMatchObject({ rows: 1, fresh: 1 });
  expect(rows.map(({ line }) => line)).toEqual([2]);
  await changeReading(scope, id, { skipEnd: 50 });
  const given = { targets: await targets(id), knownPolicy: "fill" as const, listName: null };
  await expect(confirmUpload(scope, id, given, now)).rejects.toThrow("No row is left");
});

test("of several addresses in a cell of Google's the first is the person's, whatever stands in a second column", async () => {
  const id = await stage(
    "First Name,E-mail 1 - Value,E-mail 2 - Value\nLea,lea@hale.example ::: l@hale.example,lea@home.example\nTom,,tom@ode.example\nIda,ida@berg.example,\n",
  );
  await run(id);
  expect((await kept()).map((row) => row.email)).toEqual(["lea@hale.example", "tom@ode.example", "ida@berg.example"]);
});
