import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { admitPerson } from "../auth/admit-person";
import { startSession } from "../auth/start-session";
import { touchSession } from "../auth/touch-session";
import { readShell } from "../shell/read-shell";
import { answerRequest } from "./answer-request";
import { changeRole } from "./change-role";
import { changeTeam } from "./change-team";
import { readFirstDay } from "./read-first-day";
import { nameDevice, readMembers } from "./read-members";
import { removeMember } from "./remove-member";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-23T12:00:00Z");
const scopeOf = (team: SeededTeam, n = 0) => ({ teamId: team.teamId, memberId: idOf(team, n) });
const idOf = (team: SeededTeam, n: number) => team.members[n]?.id ?? "";
const twoAdministrators = () =>
  seedTeam(db.admin, {
    members: [
      { name: "Anna", email: "anna@contoso.com", role: "administrator" },
      { name: "Ben", email: "ben@contoso.com", role: "administrator" },
    ],
  });

describe("one administrator always stays", () => {
  it("refuses to demote or remove the last one", async () => {
    const team = await seedTeam(db.admin);
    await expect(changeRole(scopeOf(team), idOf(team, 0), "member", now)).rejects.toMatchObject({ code: "blocked" });
    await expect(removeMember(scopeOf(team), idOf(team, 0), now)).rejects.toMatchObject({ code: "blocked" });
  });
  it("lets one of two stepping down at once, not both", async () => {
    const team = await twoAdministrators();
    const both = await Promise.allSettled([0, 1].map((n) => changeRole(scopeOf(team, n), idOf(team, n), "viewer", now)));
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("people of a team", () => {
  it("ends the sessions of a removed person", async () => {
    const team = await twoAdministrators();
    const session = await startSession(scopeOf(team, 1), null, now);
    await removeMember(scopeOf(team), idOf(team, 1), now);
    expect(await touchSession(session, now)).toBeNull();
  });
  it("lets in who asked, once", async () => {
    const team = await seedTeam(db.admin, { joinPolicy: "ask" });
    const dora = { tid: team.tenantId, oid: "dora", name: "Dora", email: "dora@contoso.com" };
    expect(await admitPerson(dora)).toEqual({ refused: "asked" });
    const asked = (await readMembers(scopeOf(team), now)).people.find((one) => one.status === "asked");
    await answerRequest(scopeOf(team), asked?.id ?? "", { letIn: true, role: "member" }, now);
    expect(await admitPerson(dora)).toMatchObject({ memberId: asked?.id });
    await expect(answerRequest(scopeOf(team), asked?.id ?? "", { letIn: false }, now)).rejects.toMatchObject({
      code: "conflict",
    });
  });
  it("counts what of a person's goes on without them", async () => {
    const team = await twoAdministrators();
    const ben = idOf(team, 1);
    await db.admin`insert into sender_accounts (team_id, email, email_norm, status, connected_by) values
      (${team.teamId}, 'a@contoso.com', 'a@contoso.com', 'connected', ${ben}), (${team.teamId}, 'b@contoso.com', 'b@contoso.com', 'removed', ${ben}),
      (${team.teamId}, 'c@contoso.com', 'c@contoso.com', 'connected', ${idOf(team, 0)})`;
    expect((await readMembers(scopeOf(team), now)).people.find(({ id }) => id === ben)).toMatchObject({
      mailboxes: 1,
      threads: 0,
    });
  });
  it("shows and changes nothing of another team", async () => {
    const [mine, theirs] = [await seedTeam(db.admin), await twoAdministrators()];
    expect((await readMembers(scopeOf(mine), now)).people.map((one) => one.id)).toEqual([idOf(mine, 0)]);
    await expect(changeRole(scopeOf(mine), idOf(theirs, 1), "viewer", now)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeMember(scopeOf(mine), idOf(theirs, 1), now)).rejects.toMatchObject({ code: "not_found" });
    await expect(answerRequest(scopeOf(mine), idOf(theirs, 1), { letIn: true, role: "viewer" }, now)).rejects.toMatchObject({
      code: "not_found",
    });
  });
  it("changes the team's sentences and refuses a zone that is none", async () => {
    const team = await seedTeam(db.admin, { postalAddress: null });
    await changeTeam(scopeOf(team), { name: "  Contoso   Ltd " }, now);
    expect((await readMembers(scopeOf(team), now)).team.name).toBe("Contoso Ltd");
    await expect(changeTeam(scopeOf(team), { name: " " }, now)).rejects.toMatchObject({
      fields: { name: "A team needs a name: it stands under every mail." },
    });
    expect(await readFirstDay(scopeOf(team))).toEqual({
      mailbox: false,
      contacts: false,
      campaign: false,
      byHand: false,
      postalAddress: false,
    });
    await changeTeam(
      scopeOf(team),
      { postalAddress: " 12 Harbor Street ", timezone: "America/New_York", joinPolicy: "automatic" },
      now,
    );
    expect((await readMembers(scopeOf(team), now)).team).toMatchObject({
      postalAddress: "12 Harbor Street",
      timezone: "America/New_York",
      joinPolicy: "automatic",
    });
    await expect(changeTeam(scopeOf(team), { timezone: "Mars/Base" }, now)).rejects.toMatchObject({ code: "invalid" });
  });
  it.each(["active", "paused"] as const)(
    "refuses an empty address while a campaign is %s, and takes it otherwise",
    async (status) => {
      const team = await seedTeam(db.admin);
      const { campaignId } = await seedCampaign(db.admin, team.teamId, { name: "Spring", status });
      const empty = (postalAddress = "  ") => changeTeam(scopeOf(team), { postalAddress }, now);
      for (const unseen of ["  ", "\u200b", "\u2800", "."])
        await expect(empty(unseen)).rejects.toThrow(/A campaign is under way, and each mail must carry your postal address/);
      await changeTeam(scopeOf(team), { postalAddress: "1 Pier" }, now);
      expect((await readMembers(scopeOf(team), now)).team.postalAddress).toBe("1 Pier");
      await db.admin`update campaigns set status = 'completed' where id = ${campaignId}`;
      await empty();
      expect((await readMembers(scopeOf(team), now)).team.postalAddress).toBeNull();
    },
  );
  it("reads the frame of a team where nothing has happened", async () => {
    const team = await seedTeam(db.admin);
    const session = await startSession(scopeOf(team), null, now);
    const member = await touchSession(session, now);
    if (!member) throw new Error("no member");
    expect(await readShell(member, now)).toMatchObject({
      toReview: 0,
      toAnswer: 0,
      brokenSettings: 0,
      campaigns: [],
      pulse: { state: "nothing yet", next: null },
    });
  });
  it("names a device", () => {
    expect(nameDevice("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/131 Safari/537 Edg/131")).toBe("Edge on Windows");
    expect(nameDevice("Mozilla/5.0 (iPhone; CPU iPhone OS 18) Version/18 Safari/604")).toBe("Safari on iPhone");
    expect(nameDevice(null)).toBe("A browser");
  });
});
