import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { workbookOf } from "../../../files/kept/testing/zip-of";
import { confirmUpload } from "../../../uploads/confirm-upload";
import { openUpload } from "../../../uploads/open-upload";
import { previewUpload } from "../../../uploads/preview-upload";
import { showFile } from "../show-file";
import { stageOptedOut } from "./stage-opted-out";

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

async function* inOne(file: string | Uint8Array) {
  yield typeof file === "string" ? new TextEncoder().encode(file) : file;
}
const open = (file: string | Uint8Array) => openUpload(scope, "people.csv", inOne(file), now);
const entries = async (fileId: string) => [
  ...(await db.admin`select line, email_norm as email, reason, refused from suppression_file_entries where file_id = ${fileId} order by line`),
];

test("Mailchimp's export of who unsubscribed becomes entries on the lines they have, each with why", async () => {
  const id = await open(
    'Email Address,First Name,Note,UNSUB_TIME\nlea@hale.example,Lea,"two\nlines",2026-01-02 10:00:00\n\nkim@hale.example,"Kim, K",,2026-01-03 10:00:00\nnobody,No,,2026-01-03 10:00:00\n',
  );
  expect((await previewUpload(scope, id)).upload.counted).toMatchObject({ rows: 3, out: 3, refused: 3 });
  const fileId = await stageOptedOut(scope, id, now);
  expect(await entries(fileId)).toMatchObject([
    { line: 2, email: "lea@hale.example", reason: "unsubscribed", refused: null },
    { line: 5, email: "kim@hale.example", reason: "unsubscribed", refused: null },
    { line: 6, email: null, refused: expect.stringContaining("no address") },
  ]);
  const { file } = await showFile(scope, fileId);
  expect([file.state, file.fileName, file.entries, file.refused]).toEqual(["shown", "people.csv", 2, 1]);
  // Nobody is suppressed by it, and the file of contacts still waits.
  const [row] = await db.admin`select count(*)::int as n from suppressions where team_id = ${scope.teamId}`;
  expect([row?.n, (await previewUpload(scope, id)).upload.status]).toEqual([0, "pending"]);
});

test("only rows that opted out become entries, also of a workbook and behind lines that are no rows", async () => {
  const header = ["#", "Name", "Email", "Status"];
  const rows = [
    ["#1", "Lea", "lea@hale.example", "Subscribed"],
    ["#2", "Kim", "kim@hale.example", "Unsubscribed"],
    ["#3", "Ida", "ida@hale.example", "Unsubscribed"],
  ];
  for (const file of [workbookOf([header, ...rows]), `${[header, ...rows].map((row) => row.join(";")).join("\r\n")}\r\n`]) {
    const id = await open(file);
    expect((await previewUpload(scope, id)).upload.counted).toMatchObject({ rows: 3, out: 2 });
    expect((await entries(await stageOptedOut(scope, id, now))).map(({ line, email }) => [line, email])).toEqual([
      [3, "kim@hale.example"],
      [4, "ida@hale.example"],
    ]);
  }
});

test("is refused where nobody opted out, where the import was begun, and to another team", async () => {
  const none = await open("email,name\nlea@hale.example,Lea\n");
  await expect(stageOptedOut(scope, none, now)).rejects.toMatchObject({ code: "blocked" });
  const id = await open("email,Status\nlea@hale.example,Active\nkim@hale.example,Unsubscribed\n");
  const other = await seedTeam(db.admin);
  await expect(stageOptedOut(other.scope, id, now)).rejects.toMatchObject({ code: "not_found" });
  await confirmUpload(scope, id, { targets: ["email", "skip"], knownPolicy: "fill", listName: null }, now);
  await expect(stageOptedOut(scope, id, now)).rejects.toMatchObject({ code: "conflict" });
  const [row] =
    await db.admin`select count(*)::int as n from suppression_files where team_id = any(${[scope.teamId, other.teamId]})`;
  expect(row?.n).toBe(0);
});
