import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { AppError } from "../errors/app-error";
import { actHeader } from "./act-header";
import { askAct } from "./ask-act";
import { createAction } from "./create-action";

// The request: who asks, and the id that the browser gave the act.
const request = vi.hoisted(() => ({ member: null as unknown, act: "" }));
vi.mock("../auth/find-member", () => ({ findMember: async () => request.member }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(request.act ? { [actHeader]: request.act } : {}) }));

let db: TestDatabase;
let team: SeededTeam;
const memberOf = (name: string) => {
  const one = team.members.find((member) => member.name === name);
  return {
    teamId: team.teamId,
    memberId: one?.id ?? "",
    role: "member",
    sessionId: "",
    name,
    email: "",
    teamName: "",
    timezone: "UTC",
    teamTimezone: "UTC",
  } as const;
};
const now = new Date();
const ask = (name = "Ben") => askAct(memberOf(name), request.act, now);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const members = ["Ben", "Cleo"].map((name) => ({ name, email: `${name}@c.example`, role: "member" as const }));
  team = await seedTeam(db.admin, { members });
  request.member = memberOf("Ben");
  request.act = randomUUID();
});

/** An action that runs until the test lets it end. */
function slow() {
  let end = (_?: Error) => {};
  const ran = vi.fn();
  const run = () =>
    new Promise<string>((done, fail) => {
      ran();
      end = (error) => (error ? fail(error) : done("data"));
    });
  const action = createAction({ right: "drafts:edit", input: z.object({ name: z.string() }), run });
  return { action: () => action({ name: "x" }), ran, end: (error?: Error) => end(error) };
}

test("an act is under way until it ends, and done from then on", async () => {
  const { action, ran, end } = slow();
  const answer = action();
  await vi.waitFor(() => expect(ran).toHaveBeenCalled());
  expect(await ask()).toEqual({ became: "under way" });
  end();
  expect(await answer).toEqual({ ok: true, data: "data" });
  expect(await ask()).toEqual({ became: "done" });
});

test("a refusal is told again, with its sentence", async () => {
  const { action, ran, end } = slow();
  const answer = action();
  await vi.waitFor(() => expect(ran).toHaveBeenCalled());
  end(new AppError("invalid", "Not so.", { name: "The name is taken." }));
  const error = { code: "invalid", message: "Not so.", fields: { name: "The name is taken." } };
  expect(await answer).toEqual({ ok: false, error });
  expect(await ask()).toEqual({ became: "refused", error });
});

test("what never came was not done, and is not done either when it comes late", async () => {
  expect(await ask()).toEqual({ became: "not done" });
  const { action, ran } = slow();
  expect(await action()).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(ran).not.toHaveBeenCalled();
  expect(await ask()).toEqual({ became: "not done" });
});

test("what a browser sent a second time by itself is done once, and nobody is told that it was not done", async () => {
  const { action, ran, end } = slow();
  const answer = action();
  await vi.waitFor(() => expect(ran).toHaveBeenCalledOnce());
  const twice = { ok: false, error: { code: "conflict", message: expect.stringMatching(/^This came twice and counts once/) } };
  expect(await action()).toMatchObject(twice);
  end();
  await answer;
  expect(await action()).toMatchObject(twice);
  expect(ran).toHaveBeenCalledOnce();
  expect(await ask()).toEqual({ became: "done" });
});

test("what was refused before it began was not done", async () => {
  request.member = { ...memberOf("Ben"), role: "viewer" };
  expect(await slow().action()).toMatchObject({ error: { code: "forbidden" } });
  expect(await ask()).toEqual({ became: "not done" });
});

test("nobody learns or ends what became of an act of somebody else", async () => {
  const { action, ran, end } = slow();
  const answer = action();
  await vi.waitFor(() => expect(ran).toHaveBeenCalled());
  end();
  await answer;
  expect(await ask("Cleo")).toEqual({ became: "under way" });
  expect(await ask()).toEqual({ became: "done" });
});

test("notes are kept for a day; what only reads, and what came without an id, leaves none", async () => {
  const { teamId } = team;
  const count = async () => (await db.admin`select from acts where team_id = ${teamId}`).length;
  const old = (name: string, outcome: string | null) =>
    db.admin`insert into acts (id, team_id, member_id, at, outcome)
             values (gen_random_uuid(), ${teamId}, ${memberOf(name).memberId}, now() - interval '25 hours', ${outcome})`;
  for (const name of ["Ben", "Cleo"]) for (const outcome of [null, "done"]) await old(name, outcome);
  const reading = createAction({ right: "team:read", reads: true, input: z.object({}), run: async () => 1 });
  await reading({});
  expect(await count()).toBe(4);
  const writing = createAction({ right: "team:read", input: z.object({}), run: async () => 1 });
  await writing({});
  request.act = "";
  await writing({});
  const left = await db.admin`select at > now() - interval '1 minute' as fresh from acts where team_id = ${teamId}`;
  expect(left).toEqual([{ fresh: true }]);
});
