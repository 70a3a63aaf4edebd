import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { admitPerson } from "./admit-person";
import { checkIdentity } from "./check-identity";
import { endSession } from "./end-session";
import { safeReturnPath } from "./safe-return-path";
import { startSession } from "./start-session";
import { touchSession } from "./touch-session";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const person = (tid: string, name = "Anna Keller", email = "anna@contoso.com") => ({ tid, oid: randomUUID(), name, email });
const now = new Date("2026-11-23T12:00:00Z");

describe("who may sign in", () => {
  const claims = { tid: "t1", oid: "o1", name: "Anna", preferred_username: "anna@contoso.com" };
  it("knows a person by tenant and object id", () => {
    expect(checkIdentity(claims, ["t1"])).toEqual({ tid: "t1", oid: "o1", name: "Anna", email: "anna@contoso.com" });
  });
  it("does not mind a sign-in name that is no address of the mailbox", () => {
    const finn = { ...claims, preferred_username: "finn.adler@fabrikam.onmicrosoft.com" };
    expect(checkIdentity({ ...finn, email: "finn@fabrikam.com" }, ["t1"])).toMatchObject({
      email: "finn@fabrikam.com",
      oid: "o1",
    });
    expect(checkIdentity(finn, ["t1"])).toMatchObject({ email: "finn.adler@fabrikam.onmicrosoft.com", oid: "o1" });
  });
  it("lets in who is marked as a member of the organisation", () => {
    expect(checkIdentity({ ...claims, acct: 0 }, ["t1"])).toMatchObject({ oid: "o1" });
  });
  it.each([
    ["personal", { ...claims, tid: "9188040d-6c67-4c5b-b112-36a304b66dad" }],
    ["tenant", { ...claims, tid: "t2" }],
    ["guest", { ...claims, acct: 1 }],
    ["guest", { ...claims, acct: "1" }],
    ["guest", { ...claims, idp: "https://sts.windows.net/elsewhere/" }],
    ["failed", { tid: "t1" }],
  ])("refuses (%s)", (refused, given) => {
    expect(checkIdentity(given, ["t1"])).toEqual({ refused });
  });
  it("leads back only inside the app", () => {
    expect(
      ["/contacts?q=a", "//evil.example", "https://evil.example", "/\\evil.example", "/sign-in", null].map(safeReturnPath),
    ).toEqual(["/contacts?q=a", "/", "/", "/", "/", "/"]);
  });
});

describe("founding and joining", () => {
  it("lets exactly one of ten first sign-ins found the team", async () => {
    const tid = randomUUID();
    const admissions = await Promise.all(
      Array.from({ length: 10 }, (_, n) => admitPerson(person(tid, `P${n}`, `p${n}@contoso.com`))),
    );
    const rows = await db.admin<
      { role: string; status: string }[]
    >`select role, status from members where tid = ${tid} order by role`;
    expect(rows.filter((row) => row.role === "administrator")).toHaveLength(1);
    expect(rows.filter((row) => row.status === "asked")).toHaveLength(9);
    expect(admissions.filter((one) => "refused" in one)).toHaveLength(9);
    const [team] = await db.admin`select count(*)::int as n, min(name) as name from teams where tenant_id = ${tid}`;
    expect(team).toEqual({ n: 1, name: "Contoso" });
  });
  it("knows a person again whose name and sign-in name have changed", async () => {
    const team = await seedTeam(db.admin, { joinPolicy: "automatic" });
    const finn = person(team.tenantId, "Finn Adler", "finn.adler@fabrikam.onmicrosoft.com");
    const first = await admitPerson(finn);
    expect(await admitPerson({ ...finn, name: "Finn Moreno", email: "finn@fabrikam.com" })).toEqual(first);
    expect([...(await db.admin`select name, email from members where oid = ${finn.oid}`)]).toEqual([
      { name: "Finn Moreno", email: "finn@fabrikam.com" },
    ]);
  });
  it("makes one member of a person who signs in twice at once", async () => {
    const anna = person(randomUUID());
    const both = await Promise.all([admitPerson(anna), admitPerson(anna)]);
    expect(both[0]).toEqual(both[1]);
  });
  it.each([
    ["off", "closed", []],
    ["ask", "asked", [{ status: "asked", role: "member" }]],
    ["automatic", null, [{ status: "active", role: "member" }]],
  ] as const)("meets the joining policy '%s'", async (joinPolicy, refused, rows) => {
    const team = await seedTeam(db.admin, { joinPolicy, joinRole: "member" });
    const dora = person(team.tenantId, "Dora Lind", "dora@contoso.com");
    const admission = await admitPerson(dora);
    const [row] = await db.admin`select id from members where oid = ${dora.oid}`;
    expect(admission).toEqual(refused ? { refused } : { teamId: team.teamId, memberId: row?.id });
    expect([...(await db.admin`select status, role from members where oid = ${dora.oid}`)]).toEqual(rows);
  });
  it("keeps out who was turned away or removed, whatever the policy", async () => {
    const team = await seedTeam(db.admin, { joinPolicy: "automatic" });
    const dora = person(team.tenantId);
    await admitPerson(dora);
    for (const status of ["refused", "removed"]) {
      await db.admin`update members set status = ${status} where oid = ${dora.oid}`;
      expect(await admitPerson(dora)).toEqual({ refused: status });
    }
  });
});

describe("a session", () => {
  async function begin() {
    const who = (await seedTeam(db.admin)).scope;
    return { who, id: await startSession(who, "Mozilla/5.0 Edg/131", now) };
  }
  it("names the person until it is ended from the server", async () => {
    const { who, id } = await begin();
    expect(await touchSession(id, now)).toMatchObject({ ...who, role: "administrator", sessionId: id });
    await endSession(who, id, now);
    expect(await touchSession(id, now)).toBeNull();
  });
  it("ends after 30 days, and with the membership", async () => {
    const { who, id } = await begin();
    expect(await touchSession(id, new Date(now.getTime() + 30 * 86_400_000 + 1))).toBeNull();
    await db.admin`update members set status = 'removed' where id = ${who.memberId}`;
    expect(await touchSession(id, now)).toBeNull();
  });
  it("cannot be ended by another team", async () => {
    const [mine, theirs] = [await begin(), await begin()];
    await expect(endSession(theirs.who, mine.id, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await touchSession(mine.id, now)).toMatchObject({ ...mine.who, sessionId: mine.id });
  });
});
