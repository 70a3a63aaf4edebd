import { createInterface } from "node:readline/promises";
import type { Ask } from "./acts/by-person";
import { checkTenant } from "./check-tenant";
import { expectations } from "./expectations/list";
import { placeOf } from "./session/place";
import { help, readSettings } from "./settings";

/** `npm run tenant-check`: see docs/runbooks/first-real-tenant.md. */
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const lines = createInterface({ input: process.stdin, output: process.stdout });
const ask: Ask = async (sentence, end) => {
  const text = `\n${sentence} `;
  return (await (end ? lines.question(text, { signal: end }) : lines.question(text))).trim();
};

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === "help") say(help);
  else {
    const terminal = { say, ask };
    const results = await checkTenant(expectations, settings, placeOf(process.env), terminal);
    say(results ? `\nWritten to ${settings.out}: report.md and report.json.` : "Nothing was sent.");
    if (results?.some((one) => one.outcome === "differs")) process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "It failed."}\n`);
  process.exitCode = 1;
} finally {
  lines.close();
}
