import { readdirSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { startSession } from "../auth/start-session";
import { env } from "../env/env";
import { stubSettings } from "../env/testing/stub-settings";
import { AppError } from "../errors/app-error";
import { limits } from "../knocks/limits";
import { log } from "../log/log";
import { createAction } from "./create-action";
import { pages } from "./read-place";

let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (cookie ? { value: cookie } : undefined) }),
  headers: async () => new Headers({ "x-countersign-path": "/settings/canary%40x.example?q=canary" }),
}));

let db: TestDatabase;
let teamId: string;
let memberId: string;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  const team = await seedTeam(db.admin, { members: [{ name: "Canary Name", email: "canary@x.example", role: "member" }] });
  teamId = team.teamId;
  memberId = team.members[0]?.id ?? "";
});
afterAll(() => db.close());

async function lineOf(act: () => Promise<unknown>) {
  const said: unknown[][] = [];
  const spies = (["info", "warn"] as const).map((level) =>
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void said.push(line)),
  );
  await act();
  for (const spy of spies) spy.mockRestore();
  return said;
}
const signIn = async () => {
  cookie = await encode({
    token: { sessionId: await startSession({ teamId, memberId }, null, new Date()) },
    secret: env().SESSION_SECRET,
  });
};
const fails = createAction({
  right: "team:read",
  input: z.object({ name: z.string() }),
  run: async () => {
    throw new AppError("not_found", "There is no canary@x.example.");
  },
});
const manages = createAction({ right: "team:manage", input: z.object({ name: z.string() }), run: async () => 1 });

test("what an action refuses is one line without a name, an address or an input", async () => {
  cookie = null;
  const input = { name: "canary input" };
  expect(await lineOf(() => fails(input))).toEqual([
    [{ code: "signed_out", page: "settings", right: "team:read", count: 1 }, "refused"],
  ]);
  await signIn();
  const who = { teamId, memberId, page: "settings", count: 1 };
  const lines = await lineOf(async () => [await fails(input), await manages(input)]);
  expect(lines).toEqual([
    [{ ...who, code: "not_found", right: "team:read" }, "refused"],
    [{ ...who, code: "forbidden", right: "team:manage" }, "refused"],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/canary/i);
});

test("an action that may be done so often only says when it can be again, and runs no more", async () => {
  await signIn();
  let ran = 0;
  const copy = createAction({ right: "campaigns:edit", knock: "test copy", input: z.object({}), run: async () => ++ran });
  const answers = await Promise.all(Array.from({ length: limits["test copy"].most + 5 }, () => copy({})));
  expect(ran).toBe(limits["test copy"].most);
  const refused = answers.filter((answer) => !answer.ok);
  expect(refused).toHaveLength(5);
  expect(refused[0]).toMatchObject({ error: { code: "limited", message: expect.stringMatching(/try again in \d+ (s|min)\.$/) } });
});

test("the pages it names are those there are", () => {
  const team = readdirSync(join(import.meta.dirname, "../../app/(team)"), { withFileTypes: true });
  expect(
    team
      .filter((one) => one.isDirectory() && one.name !== "[...path]")
      .map((one) => one.name)
      .sort(),
  ).toEqual(pages);
});
