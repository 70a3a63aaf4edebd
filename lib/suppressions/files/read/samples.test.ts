import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FileKind, type FileRecord, readRecords } from "../../../uploads/file/read-records";
import { chooseColumns } from "./choose-columns";
import { readReason } from "./read-reason";
import { readRow } from "./read-row";

const folder = join(import.meta.dirname, "../samples");

async function read(name: string, column: number | null = null) {
  const kind: FileKind = { delimiter: ",", encoding: "utf-8", bytes: 0 };
  async function* bytes() {
    const all = readFileSync(join(folder, name));
    for (let at = 0; at < all.length; at += 11) yield all.subarray(at, at + 11);
  }
  const records: FileRecord[] = [];
  for await (const record of readRecords(bytes(), kind, { megabytes: 1, rows: 1000, remarks: true })) records.push(record);
  const told = records.filter(({ cells }) => !/^(#|\/\/)/.test(cells[0] ?? ""));
  const columns = chooseColumns(
    told.map(({ cells }) => cells),
    column,
  );
  const otherwise = readReason(columns.headers?.[columns.main] ?? "") ?? readReason(name);
  return records
    .filter(({ cells }) => cells !== columns.headers)
    .flatMap(({ line, cells }) => readRow(cells, columns, otherwise).map((row) => `${line} ${say(row)}`));
}

function say(row: ReturnType<typeof readRow>[number]): string {
  if ("refused" in row) return `refused: ${row.refused}`;
  const named = "emailNorm" in row ? row.emailNorm : "domain" in row ? `domain ${row.domain}` : row.wildcard;
  return [named, row.reason ?? "-", row.note].filter(Boolean).join(", ");
}

/** What each file of samples/ gives; where its format is from stands in samples/SOURCES.md. */
const expected: Record<string, string[]> = {
  "mailchimp-unsubscribed.csv": ["2 lea@hale.example, unsubscribed, asked at the fair", "3 omar@ray.example, unsubscribed"],
  "mailchimp-cleaned.csv": ["2 dead@hale.example, bounced"],
  "hubspot-unsubscribes-and-bounces.csv": [
    "2 lea@hale.example, unsubscribed",
    "3 dead@hale.example, bounced",
    "4 cross@hale.example, complained",
  ],
  "hubspot-opt-out-list.csv": ["2 lea@hale.example, unsubscribed", "3 omar@ray.example, unsubscribed"],
  "lemlist-unsubscribes.csv": [
    "2 lea@hale.example, unsubscribed, lead",
    "3 cross@hale.example, complained",
    "4 domain ray.example, unsubscribed, api",
    "5 dead@hale.example, bounced",
    "6 omar@other.example, unsubscribed, user",
  ],
  "instantly-block-list.csv": ["2 domain hale.example, by hand", "3 lea@other.example, by hand"],
  "woodpecker-blacklist.txt": [
    "1 domain hale.example, by hand",
    "2 refused: This would stop everybody whose address ends in .contoso. Name a domain below it.",
    "3 *mycompany*.*, by hand",
    "4 lea@other.example, by hand",
  ],
  "smartlead-block-list.csv": ["2 domain hale.example, by hand", "3 lea@other.example, by hand"],
  "postmark-suppressions.csv": [
    "2 dead@hale.example, bounced",
    "3 cross@hale.example, complained",
    "4 hand@hale.example, by hand",
  ],
  "sendgrid-bounces.csv": [
    "2 dead@hale.example, bounced",
    "3 gone@ray.example, bounced, unable to get mx info: failed to get IPs from PTR record",
  ],
  "mailgun-unsubscribes.csv": ["2 lea@hale.example, unsubscribed", "3 omar@ray.example, unsubscribed"],
  "promio-removals.csv": ["2 lea@hale.example, -"],
  "deutsch-cp1252.csv": [
    "2 lea@hale.example, unsubscribed, war am Stand",
    "3 omar@ray.example, complained",
    "4 tot@ray.example, bounced",
  ],
  "francais-utf16.csv": ["2 lea@hale.example, unsubscribed, au salon", "3 omar@ray.example, complained"],
  "by-hand.txt": [
    "4 lea@hale.example, -",
    "5 omar@ray.example, -",
    "6 domain ray.example, -, all of them, Anna 3 May",
    "7 x@y.example, -",
    "8 *@*.sub.example, -",
    "9 refused: A space in it: one address, domain or wildcard at a time.",
    "10 lea@hale.example, -",
  ],
  "mac-line-ends.txt": ["2 lea@hale.example, -", "3 omar@ray.example, -"],
  "contacts-by-mistake.csv": ["2 lea@hale.example, -", "3 omar@ray.example, -"],
};

test.each(Object.keys(expected))("%s is read", async (name) => {
  expect(await read(name)).toEqual(expected[name]);
});

test("each sample is tried", () => {
  expect(
    readdirSync(folder)
      .filter((name) => !name.endsWith(".md"))
      .sort(),
  ).toEqual(Object.keys(expected).sort());
});

test("another column can be chosen", async () => {
  expect(await read("contacts-by-mistake.csv", 4)).toEqual(["2 domain hale.example, -", "3 domain ray.example, -"]);
});
