import { describe, expect, test } from "vitest";
import { freshFiles } from "./fresh/all-files";
import type { NastyFile } from "./nasty-file";
import { differences, readNasty } from "./read-nasty";

/** So many of the corpus are read as a person would, or with a word that they should be looked at. The first reader that saw them reached 272. */
const reached = 327;
/** A letter at a time takes long; of the large files it tells nothing that seven do not. */
const smallBytes = 3000;

/** Nothing vanished unsaid: it was read as meant, or doubted, or everything of a file that nobody can be sure of stands among its rows. */
async function isSaid(file: NastyFile, size?: number): Promise<string | null> {
  const read = await readNasty(file, size);
  const wrong = differences(file, read);
  if (wrong.length === 0 || read.doubts.length > 0) return null;
  const all = read.people.length + read.others + read.leftOut;
  return file.doubtful && all >= file.people.length + file.others ? null : `${file.name}: ${wrong.join("; ")}`;
}

describe("files as people have them", () => {
  test("are read as a person would read them, or with a word to look", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const file of freshFiles) wrong.push(...[await isSaid(file)].flatMap((one) => one ?? []));
    expect(freshFiles.length - wrong.length, wrong.join("\n")).toBeGreaterThanOrEqual(reached);
  });

  test.each([7, 1])("come to the same in pieces of %i bytes", { timeout: 120_000 }, async (size) => {
    for (const file of freshFiles) {
      if (file.bytes().length > (size === 1 ? smallBytes : 100_000)) continue;
      const [whole, pieces] = [await readNasty(file), await readNasty(file, size)];
      expect({ name: file.name, ...pieces }).toEqual({ name: file.name, ...whole });
    }
  });
});
