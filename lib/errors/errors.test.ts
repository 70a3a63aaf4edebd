import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { log } from "../log/log";
import { answerError } from "./answer-error";
import { answerProgram } from "./answer-program";
import { AppError, catalog, type ErrorCode } from "./app-error";

const root = join(import.meta.dirname, "../..");
const nobody = { member: null, client: "unknown" };
const codes = Object.keys(catalog) as ErrorCode[];

describe.each(codes)("%s", (code) => {
  const { status, sentence, operator } = catalog[code];

  it("is an error's status, with a sentence for the person and one for the operator", () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const text of [sentence, operator]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it("is what a page and a program are answered", async () => {
    const page = answerError(new AppError(code), { route: "test" }, nobody);
    expect([page.status, await page.json()]).toEqual([status, { error: { code, message: sentence } }]);
    const program = answerProgram(code);
    expect([program.status, await program.text()]).toEqual([status, `${sentence}\n`]);
  });

  it("stands in docs/errors.md", () => {
    expect(readFileSync(join(root, "docs/errors.md"), "utf8")).toContain(
      `| \`${code}\` | ${status} | ${sentence} | ${operator} |\n`,
    );
  });
});

it("answers what nobody expected with its reference in the log, and nothing of it to the person", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const answer = answerError(new Error("secret"), { right: "team:read" }, nobody);
  const { error } = (await answer.json()) as { error: { reference: string; message: string } };
  expect(answer.status).toBe(catalog.unexpected.status);
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ reference: error.reference, right: "team:read" });
  expect(JSON.stringify(error)).not.toContain("secret");
  logged.mockRestore();
});

it("has no other place in the app where an error's status is chosen", () => {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" }).filter(
    (file) => /(route|api\/[\w-]+)\.tsx?$/.test(file) && !file.includes(".test."),
  );
  expect(files).toContain("api/uploads/route.ts");
  expect(files.filter((file) => /\b[45]\d\d\b/.test(withoutComments(readFileSync(join(root, "app", file), "utf8"))))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*/g, "");
}
