import { expect, test } from "vitest";
import { type Place, readRows } from "./read-rows";
import type { PlacedRow, Reading } from "./reading";

const plain: Reading = { encoding: "utf-8", divider: ",", quote: '"', escape: "double", headerLine: 1, skipTop: 0, skipEnd: 0 };

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rows(bytes: Uint8Array, reading: Reading, size = bytes.length, from?: Place): Promise<PlacedRow[]> {
  const all: PlacedRow[] = [];
  for await (const row of readRows(pieces(bytes, Math.max(1, size)), reading, { from, lines: 99 })) all.push(row);
  return all;
}

const file = [
  "\ufeffList of customers\r\n",
  "Name,E-mail,Note\r\n",
  'Lea,lea@a.example,"one\r\ntwo, ""three"""\n',
  "\n",
  "Tom,tom@a.example,\r",
  "Zoë,zoe@a.example,last",
].join("");
const reading = { ...plain, headerLine: 2 };

test.each([1, 3, 7, 1000])("rows are the same in pieces of %i bytes, on the lines where an editor shows them", async (size) => {
  const read = await rows(Buffer.from(file), reading, size);
  expect(read.map(({ line, lastLine, cells }) => [line, lastLine, ...cells])).toEqual([
    [3, 4, "Lea", "lea@a.example", 'one\ntwo, "three"'],
    [6, 6, "Tom", "tom@a.example", ""],
    [7, 7, "Zoë", "zoe@a.example", "last"],
  ]);
});

test.each(["utf-8", "utf-16le", "windows-1252"] as const)("reading goes on behind any row of a file in %s", async (encoding) => {
  const text = encoding === "windows-1252" ? file.slice(1) : file;
  const bytes =
    encoding === "utf-8"
      ? Buffer.from(text)
      : encoding === "utf-16le"
        ? Buffer.from(text, "utf16le")
        : Buffer.from(text, "latin1");
  const all = await rows(bytes, { ...reading, encoding });
  expect(all).toHaveLength(3);
  for (const [place, { end, lastLine }] of all.entries()) {
    const rest = await rows(bytes, { ...reading, encoding }, 5, { offset: end, line: lastLine });
    expect(rest).toEqual(all.slice(place + 1));
  }
});

test("lines at the end are left out, and without a header the first line is a row", async () => {
  const lines = "a@x.example\nb@x.example\n(2 rows)\n";
  const all: PlacedRow[] = [];
  for await (const row of readRows(pieces(Buffer.from(lines), 4), { ...plain, headerLine: null, skipEnd: 1 }, { lines: 3 }))
    all.push(row);
  expect(all.map((row) => row.cells)).toEqual([["a@x.example"], ["b@x.example"]]);
});

test("a file that cannot be read to its end names the line", async () => {
  const open = 'Name,E-mail\nLea,lea@a.example\nTom,"tom@a.example\nIda,ida@a.example\n';
  await expect(rows(Buffer.from(open), plain)).rejects.toThrow("A quotation that begins in line 3 never ends");
  const long = `Name\nLea\n"${"x".repeat(1_100_000)}"\n`;
  await expect(rows(Buffer.from(long), plain)).rejects.toThrow("The row that begins in line 3 holds more than 1,000,000 letters");
});
