import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const keptMs = 7 * 24 * 3_600_000;

/**
 * Keeps the scripts and styles of the builds before, for a week after they were replaced: a page that is open asks for parts of its own build when it
 * first needs them. Next empties its folder at each build, but for `cache`. Called before a build; `putBack` after it.
 */
export function keepFormerStatic(output: string, now: Date): { putBack: () => void } {
  const current = join(output, "static");
  const former = join(output, "cache", "former-static");
  // What the last build made itself: what was put back beside it is older.
  const list = join(output, "cache", "own-static.json");
  const own: string[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : filesIn(current);
  keep(own);
  for (const name of own.filter((one) => existsSync(join(former, one)))) utimesSync(join(former, name), now, now);
  for (const name of filesIn(former))
    if (now.getTime() - statSync(join(former, name)).mtimeMs > keptMs) rmSync(join(former, name));
  return {
    putBack: () => {
      const made = filesIn(current);
      mkdirSync(dirname(list), { recursive: true });
      writeFileSync(list, JSON.stringify(made));
      if (existsSync(former)) cpSync(former, current, { recursive: true, force: false });
      // Where an image is built, `cache` is all that the next build finds of this one.
      keep(made);
    },
  };

  function keep(names: string[]) {
    for (const name of names.filter((one) => existsSync(join(current, one)))) {
      mkdirSync(dirname(join(former, name)), { recursive: true });
      cpSync(join(current, name), join(former, name));
    }
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
