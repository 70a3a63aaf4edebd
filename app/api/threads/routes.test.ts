import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { env } from "@/lib/env/env";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { GET as exportThreads } from "./export/route";
import { GET as list } from "./route";

// The request is the only thing that is not real here: its one cookie names a session row, as a browser's does.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (cookie && name === "countersign.session" ? { value: cookie } : undefined) }),
}));

let db: TestDatabase;
let team: SeededTeam;
let threadId: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  team = await seedTeam(db.admin, {
    members: [
      { name: "Mo", email: "mo@c.example", role: "member" },
      { name: "Vera", email: "vera@c.example", role: "viewer" },
    ],
  });
  const { teamId } = team;
  const senderAccountId = await seedMailbox(db.admin, teamId);
  const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1));
  ({ threadId } = await seedThread(db.admin, { teamId, senderAccountId, contactId: contactIds[0] ?? "" }, { at: new Date() }));
});
afterAll(() => db.close());
beforeEach(() => signIn("Mo"));

async function signIn(name: string) {
  const [row] = await db.admin`insert into sessions (team_id, member_id, expires_at)
    select team_id, id, now() + interval '1 day' from members where team_id = ${team.teamId} and name = ${name} returning id`;
  cookie = await encode({ token: { sessionId: row?.id }, secret: env().SESSION_SECRET });
}
const ask = (get: typeof list, query = "") => get(new Request(`http://localhost:3000/api/threads${query}`));

test("the list is read by whoever is signed in, viewers too", async () => {
  await signIn("Vera");
  const answer = await ask(list);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ filter: "todo", mailboxId: null, rows: [{ id: threadId }], next: null });
  expect(await (await ask(list, "?show=done")).json()).toMatchObject({ filter: "done", rows: [] });
});

test.each(["?show=all", "?mailbox=anna", "?after=x", `?after=${"x".repeat(500)}`])("%s is no list", async (query) => {
  expect((await ask(list, query)).status).toBe(400);
});

test("the list goes out as a CSV with its filter, the team and the day in its name, to whoever may work with contacts", async () => {
  const answer = await ask(exportThreads, "?show=todo");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(/filename="Replies to do Contoso \d{4}-\d\d-\d\d\.csv"/);
  expect((await answer.text()).split("\r\n")).toHaveLength(3);
  expect((await ask(exportThreads, "?show=all")).status).toBe(400);
  await signIn("Vera");
  expect((await ask(exportThreads)).status).toBe(403);
});

test("nobody reads either without a session", async () => {
  cookie = null;
  expect([(await ask(list)).status, (await ask(exportThreads)).status]).toEqual([401, 401]);
});
