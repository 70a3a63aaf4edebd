import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { acceptDomain } from "./accept-domain";
import { checkIfDue } from "./check-if-due";
import { checkMailboxDomain } from "./check-mailbox-domain";
import { checkNow } from "./check-now";
import type { Dns } from "./dns/dns";
import { keepProofs } from "./keep-proofs";
import { listDomainsToCheck } from "./list-domains-to-check";
import { listTeamsToCheck } from "./list-teams-to-check";
import type { Proof } from "./proof";
import { readDomains } from "./read-domains";
import { type FakeZone, fakeDns } from "./testing/fake-dns";
import { soundZone } from "./testing/sound-zone";

let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let mailbox: string;
let zone: FakeZone;
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9) + minutes * 60_000);
const hours = (count: number) => count * 60;
const connected = (email: string) => ({ email, displayName: "A", tid: contoso.tenantId, oid: crypto.randomUUID() });

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin, { members: [{ name: "Anna Keller", email: "anna@x.example", role: "administrator" }] });
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  mailbox = await seedMailbox(db.admin, scope.teamId, connected("anna@contoso.com"));
  zone = soundZone("contoso.com");
});

const dns = (): Dns => fakeDns(zone);
const due = (minutes: number, domain = "contoso.com") => checkIfDue(scope, domain, () => at(minutes), dns());
const kept = async () =>
  (
    await db.admin<{ checkedAt: Date; failingSince: Date | null; proofs: Proof[] }[]>`
      select checked_at as "checkedAt", failing_since as "failingSince", proofs from domain_checks where team_id = ${scope.teamId}`
  )[0];
const since = async () => (await kept())?.failingSince;
const fail = (name = "_dmarc.contoso.com") => {
  zone = { ...zone, [name]: [] };
};
const silence = (name = "_dmarc.contoso.com") => {
  zone = { ...zone, [name]: "!ETIMEOUT" };
};
const mend = () => {
  zone = soundZone("contoso.com");
};

describe("a domain is looked up", () => {
  test.each([
    ["a byte that no text holds", "v=spf1 include:\0 -all"],
    ["letters of two halves, cut between them", `v=spf1 ${"x".repeat(491)}${"😀".repeat(200)} -all`],
    ["half of such a letter", "v=spf1 include:\ud83d -all"],
  ])("and what it says is kept, also where the record has %s", async (_, record) => {
    zone = { ...zone, "contoso.com": record };
    expect(await due(0)).toBe(true);
    expect((await kept())?.proofs[0]).toMatchObject({ kind: "spf", state: "failing" });
  });

  test("at once where it never was, then every six hours while it is sound", async () => {
    expect(await due(0)).toBe(true);
    expect(await kept()).toMatchObject({ checkedAt: at(0), failingSince: null });
    expect((await kept())?.proofs.map(({ state }) => state)).toEqual(["sound", "sound", "sound"]);
    expect([await due(hours(6) - 1), await due(hours(6))]).toEqual([false, true]);
  });

  test.each([
    ["fails", () => fail()],
    ["does not answer", () => silence()],
  ])("every quarter of an hour while one %s", async (_, change) => {
    change();
    await due(0);
    expect([await due(14), await due(15)]).toEqual([false, true]);
  });

  test("never where it is Microsoft’s own", async () => {
    await seedMailbox(db.admin, scope.teamId, connected("anna@contoso.onmicrosoft.com"));
    expect(await due(0, "contoso.onmicrosoft.com")).toBe(false);
    expect(await kept()).toBeUndefined();
    await expect(checkNow(scope, "contoso.onmicrosoft.com", () => at(0), dns())).rejects.toMatchObject({ code: "not_found" });
  });

  test("because somebody asks, but not twice in a moment, and only one of the team’s", async () => {
    await checkNow(scope, "contoso.com", () => at(0), dns());
    await expect(checkNow(scope, "contoso.com", () => at(0.05), dns())).rejects.toMatchObject({ code: "conflict" });
    await checkNow(scope, "contoso.com", () => at(0.1), dns());
    expect((await kept())?.checkedAt).toEqual(at(0.1));
    await expect(checkNow(scope, "fabrikam.com", () => at(1), dns())).rejects.toMatchObject({ code: "not_found" });
  });

  test("because its mailbox was connected, once for many", async () => {
    expect(await checkMailboxDomain(scope, mailbox, () => at(0), dns())).toBe(true);
    const other = await seedMailbox(db.admin, scope.teamId, connected("ben@contoso.com"));
    expect(await checkMailboxDomain(scope, other, () => at(0.5), dns())).toBe(false);
    expect(await checkMailboxDomain(scope, other, () => at(2), dns())).toBe(true);
  });

  test("once for all mailboxes of it in a team, and not for who is disconnected or was never connected", async () => {
    await seedMailbox(db.admin, scope.teamId, connected("ben@contoso.com"));
    await seedMailbox(db.admin, scope.teamId, { ...connected("x@gone.example"), status: "removed" });
    await seedMailbox(db.admin, scope.teamId, { email: "y@moved.example", displayName: "Y" });
    await seedMailbox(db.admin, scope.teamId, connected("z@contoso.onmicrosoft.com"));
    expect(await listDomainsToCheck(scope)).toEqual(["contoso.com"]);
    const { teamId } = await seedTeam(db.admin);
    await seedMailbox(db.admin, teamId, { email: "y@moved.example", displayName: "Y" });
    const teams = await listTeamsToCheck();
    expect([scope.teamId, teamId].map((team) => teams.includes(team))).toEqual([true, false]);
  });
});

describe("it fails", () => {
  test("since the first look-up that said so, whatever fails later", async () => {
    fail();
    await due(0);
    fail("contoso.com");
    await due(15);
    expect(await since()).toEqual(at(0));
  });

  test("still, while nobody answers; and does not begin by that", async () => {
    silence();
    await due(0);
    expect(await since()).toBeNull();
    fail();
    await due(15);
    silence();
    await due(30);
    expect(await since()).toEqual(at(15));
    fail();
    await due(45);
    expect(await since()).toEqual(at(15));
  });

  test("until what failed is sound, though another gives no answer, now or ever", async () => {
    fail();
    silence("contoso.com");
    await due(0);
    silence();
    await due(15);
    expect((await kept())?.proofs.map(({ failedBefore }) => failedBefore ?? false)).toEqual([false, false, true]);
    mend();
    silence("contoso.com");
    await due(30);
    expect(await since()).toBeNull();
    silence("_dmarc.contoso.com");
    await due(45);
    expect(await since()).toBeNull();
  });

  test("until all three are sound, and anew from then on", async () => {
    fail();
    await due(0);
    mend();
    await due(15);
    expect(await since()).toBeNull();
    fail();
    await due(15 + hours(6));
    expect(await since()).toEqual(at(15 + hours(6)));
  });

  test("as the newest look-up says, though an older one ends later", async () => {
    fail();
    await due(60);
    await keepProofs(scope, "contoso.com", [], at(30));
    expect(await kept()).toMatchObject({ checkedAt: at(60), failingSince: at(60) });
  });

  test("in its own team alone", async () => {
    const other = await seedTeam(db.admin);
    await seedMailbox(db.admin, other.teamId, connected("anna@contoso.com"));
    fail();
    await due(0);
    expect(await readDomains({ teamId: other.teamId, memberId: null })).toMatchObject([
      { domain: "contoso.com", checkedAt: null },
    ]);
    expect(await readDomains(scope)).toMatchObject([{ domain: "contoso.com", failingSince: at(0), waitsFrom: at(hours(72)) }]);
  });
});

describe("its campaigns are looked over", () => {
  let campaign: string;
  const feeds = async () =>
    Number(
      (
        await db.admin`select count(*)::int as n from outbox where name = 'campaign/feed' and data->>'campaignId' = ${campaign}`
      )[0]?.n,
    );
  beforeEach(async () => {
    const made = await seedCampaign(db.admin, scope.teamId, { name: "C", status: "active", senderAccountId: mailbox });
    campaign = made.campaignId;
    fail();
    await due(0);
  });

  test("when first mails begin to wait, and when it is mended, and at no other time", async () => {
    await due(hours(72) - 15);
    expect(await feeds()).toBe(0);
    await due(hours(72));
    expect(await feeds()).toBe(1);
    await due(hours(72) + 15);
    silence();
    await due(hours(72) + 30);
    expect(await feeds()).toBe(1);
    mend();
    await due(hours(72) + 45);
    expect(await feeds()).toBe(2);
  });

  test("when it is mended after first mails had begun to wait since the last look", async () => {
    await due(hours(72) - 15);
    mend();
    await due(hours(72) + 15);
    expect(await feeds()).toBe(1);
  });

  test("when an administrator sends all the same, which is written down", async () => {
    await acceptDomain(scope, { domain: "contoso.com", failingSince: at(0), reason: "moving hosts" }, at(hours(80)));
    expect(await feeds()).toBe(1);
    expect(
      (await db.admin`select verb, detail, member_id as "memberId" from activities where team_id = ${scope.teamId}`)[0],
    ).toEqual({
      verb: "let an unproven domain send",
      detail: { domain: "contoso.com", reason: "moving hosts" },
      memberId: scope.memberId,
    });
    expect((await readDomains(scope))[0]).toMatchObject({
      waitsFrom: null,
      accepted: { at: at(hours(80)), by: "Anna Keller", reason: "moving hosts" },
    });
  });

  test("but what somebody accepts is the failing they saw", async () => {
    const accept = (failingSince: Date) =>
      acceptDomain(scope, { domain: "contoso.com", failingSince, reason: "x" }, at(hours(80)));
    await expect(accept(at(1))).rejects.toMatchObject({ code: "conflict" });
    mend();
    await due(15);
    await expect(accept(at(0))).rejects.toMatchObject({ code: "conflict" });
    expect(await feeds()).toBe(0);
  });

  test("and it ends with that failing", async () => {
    await acceptDomain(scope, { domain: "contoso.com", failingSince: at(0), reason: "x" }, at(5));
    mend();
    await due(15);
    fail();
    await due(hours(7));
    expect((await readDomains(scope))[0]).toMatchObject({ accepted: null, waitsFrom: at(hours(79)) });
  });
});
