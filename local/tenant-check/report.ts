import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Expectation } from "./expectation";

type Outcome = "pass" | "differs" | "skipped";
export type Result = {
  id: string;
  step: number;
  truth: string;
  source: string;
  expected: string[];
  came: string;
  measured: string;
  outcome: Outcome;
  at: string;
  seconds: number;
};
export type Report = { where: "tenant" | "stand-in"; results: Result[] };

/** What an earlier run left in the folder. @throws Error when it was about another place. */
export function readReport(folder: string, where: Report["where"]): Report {
  const file = join(folder, "report.json");
  if (!existsSync(file)) return { where, results: [] };
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  if (report.where !== where) throw new Error(`${folder} holds a report about a ${report.where}: name another folder.`);
  return report;
}

/** Writes report.json and report.md after each step, so that an interrupted run loses nothing. */
export function writeReport(folder: string, report: Report) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of [
    ["report.json", `${JSON.stringify(report, null, 2)}\n`],
    ["report.md", inMarkdown(report)],
  ] as const) {
    writeFileSync(join(folder, `${name}.new`), text, { mode: 0o600 });
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
}

/** Puts a result in the place of an earlier one, in the order of the list. What was skipped replaces nothing that was seen. */
export function withResult(report: Report, result: Result, list: Expectation[]): Report {
  const earlier = report.results.find((one) => one.id === result.id);
  if (result.outcome === "skipped" && earlier && earlier.outcome !== "skipped") return report;
  const order = new Map(list.map((one, index) => [one.id, index]));
  const results = [...report.results.filter((one) => one.id !== result.id), result];
  return { ...report, results: results.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) };
}

function inMarkdown({ where, results }: Report): string {
  const count = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length;
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const rows = results.map(
    (one) =>
      `| ${one.step} | ${one.id} | ${cell(one.truth)} | ${cell(one.expected.join(" or "))} | ${cell(one.came)} | ${cell(one.measured)} | ${one.outcome} |`,
  );
  const about = where === "tenant" ? "a real tenant" : "the stand-in";
  return [
    `# What came at ${about}`,
    "",
    `${count("pass")} as expected, ${count("differs")} differ, ${count("skipped")} skipped. The steps are those of docs/runbooks/first-real-tenant.md.`,
    "",
    "| step | id | truth | expected | came | measured | |",
    "|---:|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
