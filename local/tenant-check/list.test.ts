import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client, type Program, startProgram } from "../microsoft365/testing/start-program";
import { checkTenant } from "./check-tenant";
import { expectations } from "./expectations/list";
import type { Result } from "./report";
import { placeOf } from "./session/place";
import { readSettings, type Settings } from "./settings";

/** What only a real organisation shows. */
const notHere = ["list-unsubscribe-under-dkim", "list-unsubscribe-button"];

const kinds = ["stays", "changes"] as const;
type Run = { program: Program; results: Result[]; out: string; said: string[] };
const runs = new Map<string, Promise<Run>>();
// Both at once: they mostly wait.
beforeAll(() => {
  for (const kind of kinds) runs.set(kind, runAll(kind));
});

async function runAll(sentId: string): Promise<Run> {
  const program = await startProgram();
  await program.admin("POST", "settings", { sentId });
  const out = mkdtempSync(join(tmpdir(), "countersign-tenant-check-"));
  const said: string[] = [];
  const env = { MICROSOFT_STANDIN_URL: program.url, MICROSOFT_CLIENT_ID: client.id, MICROSOFT_CLIENT_SECRET: client.secret };
  const settings = readSettings(["--out", out], env) as Settings;
  const terminal = { say: (line: string) => void said.push(line), ask: async () => "yes" };
  const results = (await checkTenant(expectations, settings, placeOf(env), terminal)) ?? [];
  return { program, results, out, said };
}

describe.each(kinds)("with a stand-in on which a sent draft's id %s", (sentId) => {
  let run: Run;
  beforeAll(async () => {
    run = await (runs.get(sentId) as Promise<Run>);
  }, 300_000);
  afterAll(async () => {
    if (run) rmSync(run.out, { recursive: true, force: true });
    await run?.program.stop();
  });

  it.each(expectations.map((one) => [one.id, one] as const))("%s", (id, { expected }) => {
    const result = run.results.find((one) => one.id === id);
    if (notHere.includes(id)) expect(result?.outcome).toBe("skipped");
    else
      expect({ ...result, came: expected.includes(result?.came ?? "") || result?.came }).toMatchObject({
        outcome: "pass",
        came: true,
      });
  });

  it("tells which of Microsoft's two answers came", () => {
    const came = (id: string) => run.results.find((one) => one.id === id)?.came;
    const [id, reply] = sentId === "stays" ? ["stays", "201"] : ["404 ErrorItemNotFound", "404 ErrorItemNotFound"];
    expect([came("draft-id-after-send"), came("reply-to-draft-id")]).toEqual([id, reply]);
  });

  it("keeps a report without tokens, ids and bodies", () => {
    for (const name of ["report.json", "report.md"]) {
      const text = readFileSync(join(run.out, name), "utf8");
      expect(text).not.toMatch(/\b(at|rt)\.[\w-]{10}|AAkALg|AAMkAG|eyJ|<p|This mail belongs/);
      expect(text).toContain("draft-id-after-send");
    }
  });

  it("said before it began which mails would leave, and to whom", async () => {
    const delivered = (await run.program.admin("GET", "mail")) as { recipient: string; subject: string; sender: string }[];
    const plan = run.said.filter((line) => line.startsWith("  "));
    for (const mail of delivered) {
      const name = /: (\w+)$/.exec(mail.subject)?.[1];
      if (!name) continue;
      expect(plan).toContainEqual(
        expect.stringMatching(new RegExp(`^ {2}\\w+: from ${mail.sender} to ${mail.recipient}(, handed over twice)?$`)),
      );
    }
    expect(delivered.length).toBeGreaterThan(10);
  });
});
