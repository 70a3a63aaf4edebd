import { expect, test } from "vitest";
import { type FileRecord, readRecords } from "./read-records";

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The same numbers for the same seed. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]];
const quoted = ["a\nb", "x, y", 'say ""hi""', "l\r\nm", "ü€", "\n"];
const plain = ["abc", "Zoë", '5" pipe', "", "🙂 Ada", " pad "];

/** A file of any line ends, cells of several lines, empty lines, short and long rows, with the records it must give. */
function invent(seed: number): { text: string; records: FileRecord[] } {
  const random = chance(seed);
  const pick = (from: string[]) => from[Math.floor(random() * from.length)] ?? "";
  const end = () => pick(ends[seed % ends.length] ?? []);
  let text = `email,name,note${end()}`;
  let line = 2;
  const records: FileRecord[] = [];
  for (let row = 0; row < 30; row++) {
    if (random() < 0.15) {
      text += end();
      line += 1;
      continue;
    }
    const cells = [
      "k",
      ...Array.from({ length: Math.floor(random() * 4) }, () => (random() < 0.3 ? `"${pick(quoted)}"` : pick(plain))),
    ];
    const shown = (cell: string) =>
      (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).replace(/[\r\n]+/g, " ").trim();
    records.push({ line, cells: cells.map(shown) });
    text += cells.join(",") + end();
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n/g)?.length ?? 0), 0);
  }
  return { text, records };
}

const seeds = process.env.PROVE ? 2000 : 80;

test(`${seeds} invented files give their rows with the lines they stand in, however the bytes come`, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const { text, records } = invent(seed);
    for (const size of [1, 7, 65_536]) {
      const got: FileRecord[] = [];
      for await (const record of readRecords(inPieces(text, size), { delimiter: ",", encoding: "utf-8", bytes: 0 }))
        got.push(record);
      expect(got.slice(1), `seed ${seed} in pieces of ${size}`).toEqual(records);
    }
  }
}, 60_000);

test("whoever stops reading ends the reading of the bytes too", async () => {
  let ended = false;
  async function* endless() {
    try {
      yield new TextEncoder().encode("email\n");
      for (;;) yield new TextEncoder().encode("a@a.example\n".repeat(10_000));
    } finally {
      ended = true;
    }
  }
  for await (const record of readRecords(endless(), { delimiter: ",", encoding: "utf-8", bytes: 0 })) if (record.line > 5) break;
  await expect.poll(() => ended).toBe(true);
});
