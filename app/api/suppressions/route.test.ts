import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as exportList } from "@/app/(team)/contacts/suppressed/export/route";
import { GET as refusedLines } from "@/app/(team)/contacts/suppressed/file/[id]/refused/route";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { env } from "@/lib/env/env";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { POST } from "./route";

// The request is the only thing that is not real here: its one cookie names a session row, as a browser's does.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (cookie && name === "countersign.session" ? { value: cookie } : undefined) }),
}));

let db: TestDatabase;
let teamId: string;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  ({ teamId } = await seedTeam(db.admin, {
    name: "Nördlich & Co",
    members: [{ name: "Mo", email: "mo@c.example", role: "member" }],
  }));
  const [row] = await db.admin`insert into sessions (team_id, member_id, expires_at)
    select team_id, id, now() + interval '1 day' from members where team_id = ${teamId} returning id`;
  cookie = await encode({ token: { sessionId: row?.id }, secret: env().SESSION_SECRET });
});
afterAll(() => db.close());

const send = (body: string, type: string | null, query = "?name=no.csv") =>
  POST(
    new Request(`http://localhost:3000/api/suppressions${query}`, {
      method: "POST",
      body: new TextEncoder().encode(body),
      headers: { "sec-fetch-site": "same-origin", ...(type ? { "content-type": type } : {}) },
    }),
  );

test.each([null, "text/csv", "text/plain; charset=utf-8", "application/vnd.ms-excel", "application/octet-stream"])(
  "a file of type %s is read",
  async (type) => {
    const answer = await send("email\na@x.example\n", type);
    expect([answer.status, await answer.json()]).toEqual([200, { id: expect.any(String) }]);
  },
);

test.each([
  "application/json",
  "multipart/form-data; boundary=x",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/zip",
  "image/png",
])("a file of type %s is refused, and nothing of it is kept", async (type) => {
  const before = await db.admin`select count(*) as n from suppression_files`;
  const answer = await send("email\na@x.example\n", type);
  expect([answer.status, (await answer.json()).error.message]).toEqual([400, expect.stringContaining("no file of text")]);
  expect([...(await db.admin`select count(*) as n from suppression_files`)]).toEqual([...before]);
});

test("the column a person chose is read", async () => {
  const answer = await send("mail,web\na@x.example,acme.example\n", "text/csv", "?name=no.csv&column=1");
  const { id } = await answer.json();
  expect([...(await db.admin`select domain, email_norm from suppression_file_entries where file_id = ${id}`)]).toEqual([
    { domain: "acme.example", email_norm: null },
  ]);
});

test("the list goes out as a CSV with the team and the day in its name", async () => {
  await db.admin`insert into suppressions (team_id, domain, reason) values (${teamId}, 'acme.example', 'by hand')`;
  const answer = await exportList(new Request("http://localhost:3000/contacts/suppressed/export"));
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="Suppressed Nordlich {2}Co \d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''Suppressed%2C%20N%C3%B6rdlich%20%26%20Co%2C%20/,
  );
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toMatch(
    /\r\nacme\.example,domain,by hand,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,,,\r\n$/,
  );
});

test("refused lines go out as a file; of a file that is none there is nothing", async () => {
  const { id } = await (await send("a@x.example\n=cmd|x\n", "text/plain")).json();
  const ask = (of: string) => refusedLines(new Request("http://localhost:3000/x"), { params: Promise.resolve({ id: of }) });
  expect(await (await ask(id)).text()).toContain("\r\n2,'=cmd|x,");
  expect((await ask("nothing")).status).toBe(404);
  expect((await ask(crypto.randomUUID())).status).toBe(404);
});
