import { existsSync, readFileSync } from "node:fs";

type Vitest = { testResults: { name: string; message?: string; status: string; assertionResults: Assertion[] }[] };
type Assertion = { fullName: string; status: string; failureMessages?: string[] | null };
type Said = { message?: string };
type Suite = { specs?: Spec[]; suites?: Suite[] };
type Spec = { file: string; line: number; title: string; tests: { status: string; results: { errors: Said[] }[] }[] };
type Playwright = Suite & { errors: Said[] };

/** One failure, as a few lines: where, what, and how its message begins. */
type Failure = { name: string; message: string };

/** Lines of one message, of what a program said last, and of everything together. */
const linesEach = 14;
const linesOfProgram = 30;
const linesTotal = 150;

/**
 * What failed, told once more in at most 150 lines, so that the end of a long log has it.
 * @param parts what failed, with what it printed and where its report lies; a tool that writes no report, or died before it, is told by its last lines.
 */
export function listFailures(parts: { name: string; output: string; report?: string }[]): string[] {
  const blocks = parts.flatMap(({ name, output, report }) => {
    const failures = report && existsSync(report) ? readReport(JSON.parse(readFileSync(report, "utf8"))) : [];
    if (failures.length > 0) return failures.map((one) => blockOf({ ...one, name: `${name}: ${one.name}` }, linesEach));
    return [[`✘ ${name}`, ...linesOf(output).slice(-linesOfProgram)]];
  });
  return shorten(blocks);
}

/** @param report of Vitest's or Playwright's reporter "json". */
export function readReport(report: Vitest | Playwright): Failure[] {
  if ("testResults" in report)
    return report.testResults.flatMap(({ name, message, status, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === "failed");
      // A file that cannot be loaded, or a hook of it that fails, has no test to tell of.
      if (failed.length === 0) return status === "failed" ? [{ name, message: message ?? "" }] : [];
      return failed.map((one) => ({ name: `${name} › ${one.fullName}`, message: (one.failureMessages ?? []).join("\n") }));
    });
  const specsOf = (suite: Suite): Spec[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const specs = specsOf(report).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ results }) => ({
        name: `${file}:${line} › ${title}`,
        message: (results.at(-1)?.errors ?? []).map(({ message }) => message ?? "").join("\n"),
      })),
  );
  return [...specs, ...report.errors.map(({ message }) => ({ name: "outside of any test", message: message ?? "" }))];
}

const blockOf = ({ name, message }: Failure, most: number) => [`✘ ${name}`, ...linesOf(message).slice(0, most)];

function linesOf(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: messages are coloured.
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  return plain
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at .*(node_modules|new Promise)/.test(line))
    .map((line) => `    ${line.slice(0, 200)}`);
}

/** Where there are too many lines, each failure keeps its name and as much of its message as all of them can. */
function shorten(blocks: string[][]): string[] {
  const each = Math.max(1, Math.floor((linesTotal - 1) / Math.max(1, blocks.length)));
  const lines = blocks.flat().length <= linesTotal ? blocks.flat() : blocks.flatMap((block) => block.slice(0, each));
  return lines.length <= linesTotal
    ? lines
    : [...lines.slice(0, linesTotal - 1), `    … and ${lines.length - linesTotal + 1} more`];
}
