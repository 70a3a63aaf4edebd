import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as refusedPeople } from "@/app/(team)/contacts/import/[id]/refused/route";
import { GET as exportList } from "@/app/(team)/contacts/suppressed/export/route";
import { GET as refusedLines } from "@/app/(team)/contacts/suppressed/file/[id]/refused/route";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { env } from "@/lib/env/env";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { catalog, type ErrorCode } from "@/lib/errors/app-error";
import { GET as readDraft } from "./drafts/[draft]/route";
import { HEAD as isWatchable, GET as watch } from "./live/route";
import { GET as readMessage } from "./messages/[message]/route";
import { GET as readSent } from "./sent/[mail]/route";
import { POST as sendList } from "./suppressions/route";
import { POST as upload } from "./uploads/route";

// The request is the only thing that is not real here: its one cookie names a session row, as a browser's does.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (cookie && name === "countersign.session" ? { value: cookie } : undefined) }),
}));

let db: TestDatabase;
let viewer: string;
let team: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  const { teamId } = await seedTeam(db.admin, { members: [{ name: "Vi", email: "vi@c.example", role: "viewer" }] });
  team = teamId;
  const [row] = await db.admin`insert into sessions (team_id, member_id, expires_at)
    select team_id, id, now() + interval '1 day' from members where team_id = ${teamId} and role = 'viewer' returning id`;
  viewer = await encode({ token: { sessionId: row?.id }, secret: env().SESSION_SECRET });
});
afterAll(() => db.close());
beforeEach(() => {
  cookie = null;
});

const draft = (id: string) =>
  readDraft(new Request(`http://localhost:3000/api/drafts/${id}`), { params: Promise.resolve({ draft: id }) });
const message = (id: string) =>
  readMessage(new Request(`http://localhost:3000/api/messages/${id}`), { params: Promise.resolve({ message: id }) });
const sent = (id: string) =>
  readSent(new Request(`http://localhost:3000/api/sent/${id}`), { params: Promise.resolve({ mail: id }) });
const file = (site: string) =>
  upload(
    new Request("http://localhost:3000/api/uploads", { method: "POST", body: "email\n", headers: { "sec-fetch-site": site } }),
  );
const list = (site: string) =>
  sendList(
    new Request("http://localhost:3000/api/suppressions", {
      method: "POST",
      body: "a@x.example",
      headers: { "sec-fetch-site": site },
    }),
  );
const refused = () => refusedLines(new Request("http://localhost:3000/x"), { params: Promise.resolve({ id: randomUUID() }) });
const refusedRows = () =>
  refusedPeople(new Request("http://localhost:3000/x"), { params: Promise.resolve({ id: randomUUID() }) });
const live = () => new Request("http://localhost:3000/api/live");

test.each<[string, ErrorCode, "guest" | "viewer", () => Promise<Response>]>([
  ["a draft", "signed_out", "guest", () => draft(randomUUID())],
  ["a draft that is none", "not_found", "viewer", () => draft(randomUUID())],
  ["a draft of no possible name", "not_found", "viewer", () => draft("x")],
  ["a message", "signed_out", "guest", () => message(randomUUID())],
  ["a message that is none", "not_found", "viewer", () => message(randomUUID())],
  ["a message of no possible name", "not_found", "viewer", () => message("x")],
  ["a mail that left", "signed_out", "guest", () => sent(randomUUID())],
  ["a mail that left and is none", "not_found", "viewer", () => sent(randomUUID())],
  ["a mail that left, of no possible name", "not_found", "viewer", () => sent("x")],
  ["an upload", "signed_out", "guest", () => file("same-origin")],
  ["an upload", "forbidden", "viewer", () => file("same-origin")],
  ["an upload from another site", "forbidden", "viewer", () => file("cross-site")],
  ["a file of suppressions", "signed_out", "guest", () => list("same-origin")],
  ["a file of suppressions", "forbidden", "viewer", () => list("same-origin")],
  ["a file of suppressions from another site", "forbidden", "viewer", () => list("cross-site")],
  [
    "the suppression list as a file",
    "signed_out",
    "guest",
    () => exportList(new Request("http://localhost:3000/contacts/suppressed/export")),
  ],
  [
    "the suppression list as a file",
    "forbidden",
    "viewer",
    () => exportList(new Request("http://localhost:3000/contacts/suppressed/export")),
  ],
  ["the refused lines of a file", "signed_out", "guest", () => refused()],
  ["the refused lines of a file", "forbidden", "viewer", () => refused()],
  ["the refused rows of an import", "signed_out", "guest", () => refusedRows()],
  ["the refused rows of an import", "forbidden", "viewer", () => refusedRows()],
])("%s is answered %s for a %s", async (_name, code, who, ask) => {
  cookie = who === "viewer" ? viewer : null;
  const answer = await ask();
  expect([answer.status, await answer.json()]).toEqual([
    catalog[code].status,
    { error: { code, message: catalog[code].sentence } },
  ]);
});

test("who may only read opens a mail that left to a contact of their team, and of no other", async () => {
  const leave = async (teamId: string) => {
    const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1));
    const mailbox = await seedMailbox(db.admin, teamId);
    const [row] =
      await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email)
      values (${teamId}, ${contactIds[0] ?? ""}, ${mailbox}, 'first_outreach', 'Hello', '<p>Hi</p>', 'a@x.example') returning id`;
    return String(row?.id);
  };
  cookie = viewer;
  const own = await sent(await leave(team));
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await own.json()).toMatchObject({ subject: "Hello", html: "<p>Hi</p>", to: "a@x.example", seal: null });
  const { teamId } = await seedTeam(db.admin);
  expect((await sent(await leave(teamId))).status).toBe(404);
});

test("changes are watched by who is signed in only", async () => {
  expect([(await isWatchable()).status, (await watch(live())).status]).toEqual([401, 401]);
  cookie = viewer;
  expect((await isWatchable()).status).toBe(204);
});
