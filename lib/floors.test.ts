import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { floors } from "./floors";

const floorOf = new Map(floors.flatMap((nouns, floor) => nouns.map((noun) => [noun as string, floor] as const)));

describe("the floors of lib", () => {
  it("hold every noun, once", () => {
    const nouns = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(floors.flat().sort()).toEqual(nouns.map(({ name }) => name).sort());
  });

  it("stand in docs/ARCHITECTURE.md as they are", () => {
    const text = readFileSync(join(import.meta.dirname, "../docs/ARCHITECTURE.md"), "utf8");
    const said = [...text.matchAll(/^\| (\d+) \| ([a-z, ]+) \|/gm)].map(([, floor, nouns]) => [Number(floor), nouns]);
    expect(said.reverse()).toEqual(floors.map((nouns, floor) => [floor + 1, nouns.join(", ")]));
  });

  it("are only climbed down", () => {
    expect(climbs(import.meta.dirname)).toEqual([]);
  });

  it("would see an import that climbs, however it is spelled", () => {
    const lib = mkdtempSync(join(tmpdir(), "floors-"));
    const plant = (file: string, text: string) => {
      mkdirSync(dirname(join(lib, file)), { recursive: true });
      writeFileSync(join(lib, file), text);
    };
    plant("mail/up.ts", 'import { signDraft } from "../drafts/sign-draft";');
    plant("mail/deep/up.ts", 'import type { Draft } from "@/lib/drafts/lock-draft";');
    plant("lists/aside.ts", 'import "../mail/one-line";');
    plant("slots/lazy.ts", 'const sending = await import("../sending/queue/allocate");');
    plant("drafts/down.ts", 'import { oneLine } from "../mail/one-line";\nimport { other } from "./other";');
    expect(climbs(lib)).toEqual([
      "lists/aside.ts imports mail",
      "mail/deep/up.ts imports drafts",
      "mail/up.ts imports drafts",
      "slots/lazy.ts imports sending",
    ]);
  });
});

/** Every import under `lib` of a noun that is not on a lower floor. Tests may set their scene with whatever they need. */
function climbs(lib: string): string[] {
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).map((file) => file.split(sep).join("/"));
  return files
    .filter((file) => /\.tsx?$/.test(file) && file.includes("/") && !/\.test\.|\/testing\/|\/properties\//.test(file))
    .flatMap((file) => {
      const [from = ""] = file.split("/");
      return importedNouns(file, readFileSync(join(lib, file), "utf8"))
        .filter((noun) => noun !== from && !((floorOf.get(noun) ?? 99) < (floorOf.get(from) ?? 0)))
        .map((noun) => `${file} imports ${noun}`);
    })
    .sort();
}

function importedNouns(file: string, text: string): string[] {
  const nouns = [...text.matchAll(/(?:from|import)\s*\(?\s*["'](@\/lib\/|\.)([^"']*)["']/g)].map(([, start, rest = ""]) => {
    const path = start === "." ? posix.join(dirname(file), `.${rest}`) : rest;
    return path.split("/")[0] ?? "";
  });
  return [...new Set(nouns)];
}
