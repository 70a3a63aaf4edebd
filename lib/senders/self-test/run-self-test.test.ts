import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { layProbe } from "../../microsoft/graph/probe-draft";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import { receiveConsent } from "../receive-consent";
import type { CheckResult } from "./checks";
import { runSelfTest } from "./run-self-test";

/** Ben's mailbox in the real stand-in, tested in every kind of trouble. */
let world: MailWorld;
let scope: { teamId: string; memberId: string };
let id: string;
const own = "ben@contoso.com";
const at = (minute: number) => new Date(Date.UTC(2027, 2, 3, 11, minute));
const sql = () => world.db.admin;

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", { people: true });
  await world.admin("POST", "settings", { lookupLagMs: 20, movedGoneMs: 20, continuousAccessEvaluation: false });
  // Each test has a team of its own, and the organisation belongs to one.
  await sql()`update teams set tenant_id = gen_random_uuid()::text where tenant_id = ${contoso.tenantId}`;
  const team = await seedTeam(sql(), { tenantId: contoso.tenantId });
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const { url, secrets } = await beginConsent(contoso.tenantId, own);
  const back = await consentAs(url, own);
  const answer = { code: back.searchParams.get("code"), error: null, description: null, adminConsent: false };
  expect(await receiveConsent(scope, answer, secrets, at(-600))).toEqual({ notice: "connected" });
  const [row] = await sql()`select id from sender_accounts where team_id = ${scope.teamId}`;
  id = String(row?.id);
  await world.admin("DELETE", "calls");
});

const ben = (change: object) => world.admin("POST", "mailboxes", { mailbox: own, ...change });
const fault = (given: object) => world.admin("POST", "faults", { kind: "status-before", times: null, ...given });
const test = (now = at(0), how = {}) => runSelfTest(scope, id, now, how);
const results = async () => {
  const [row] = await sql()`select results from mailbox_tests where sender_account_id = ${id}`;
  return row?.results as CheckResult[];
};
/** A tick, a cross or a ring for each check. */
const line = async () => (await results()).map(({ passed }) => (passed === null ? "o" : passed ? "+" : "x")).join("");
const said = async (check: string) => (await results()).find((one) => one.check === check)?.says;
const state = async () => (await sql()`select status, trouble, trouble_code as code from sender_accounts where id = ${id}`)[0];
const drafts = async () => (await world.admin("GET", `messages?mailbox=${own}&folder=drafts`)) as object[];
const asked = async (method: string, path: RegExp) =>
  ((await world.admin("GET", "calls")) as { method: string; path: string }[]).filter(
    (call) => call.method === method && path.test(call.path),
  ).length;

describe("a sound mailbox", () => {
  it("passes, leaves no draft behind and sends nothing", async () => {
    expect(await test()).toBe(true);
    expect(await line()).toBe("+++++++o");
    expect(await said("told")).toBe("asked every minute instead");
    expect(await said("account")).toContain(own);
    expect(await drafts()).toEqual([]);
    expect([await asked("POST", /\/messages$/), await asked("POST", /\/send$/)]).toEqual([1, 0]);
    expect(await state()).toMatchObject({ status: "connected", trouble: null });
  });

  it.each([
    ["holds", 30, "++++++++"],
    ["has run out", -30, "+++++++x"],
  ])("is told of new mail at once while its subscription %s", async (_, minutes, expected) => {
    await sql()`insert into graph_subscriptions (id, team_id, sender_account_id, folder, client_state_hash, expires_at)
      values (${crypto.randomUUID()}, ${scope.teamId}, ${id}, 'inbox', 'h', ${at(minutes)})`;
    await test();
    expect(await line()).toBe(expected);
  });

  it("is tested by one at a time, and no sooner than ten seconds after", async () => {
    const all = await Promise.all([test(), test(), test()]);
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await asked("POST", /\/messages$/)).toBe(1);
    const seconds = (count: number) => new Date(at(0).getTime() + count * 1000);
    expect([await test(seconds(9)), await test(seconds(10))]).toEqual([false, true]);
  });

  it("whose person is called otherwise now is kept under the new address", async () => {
    await ben({ renamed: "ben.ortiz@contoso.com" });
    await test();
    expect(await line()).toBe("+++++++o");
    expect(await said("account")).toContain("is called ben.ortiz@contoso.com now");
    expect((await sql()`select email from sender_accounts where id = ${id}`)[0]).toEqual({ email: "ben.ortiz@contoso.com" });
  });
});

describe("the first check that fails is the last that is tried, and the mailbox is out", () => {
  it.each([
    [50034, "xooooooo", "account", "its account was deleted (AADSTS50034)"],
    [50057, "xooooooo", "account", "its account is switched off (AADSTS50057)"],
    [90002, "xooooooo", "account", "Microsoft does not know the organisation any more (AADSTS90002)"],
    [65001, "+xoooooo", "consent", "consent was withdrawn (AADSTS65001)"],
    [7000112, "+xoooooo", "consent", "the organisation switched Countersign off (AADSTS7000112)"],
    [50105, "+xoooooo", "consent", "its person may not use Countersign any more (AADSTS50105)"],
    [53003, "++xooooo", "sign-in", "a rule of the organisation blocks its sign-in (AADSTS53003)"],
    [50173, "++xooooo", "sign-in", "its sign-in was taken back, as after a new password (AADSTS50173)"],
  ])("AADSTS%d: %s", async (code, expected, check, says) => {
    await ben({ refresh: code });
    await test();
    expect(await line()).toBe(expected);
    expect(await said(check)).toBe(says);
    expect(await state()).toMatchObject({ status: "signed_out", code: `AADSTS${code}` });
    // Asked again it is the same, from what Microsoft says now.
    await test(at(5));
    expect(await said(check)).toBe(says);
  });

  it("the operator’s mistake leaves it connected", async () => {
    await ben({ refresh: 7000222 });
    await test();
    expect(await line()).toBe("++xooooo");
    expect(await state()).toMatchObject({ status: "connected", trouble: "limited", code: "AADSTS7000222" });
  });

  it("no licence", async () => {
    await ben({ licence: false });
    await test();
    expect(await line()).toBe("+++xoooo");
    expect(await said("mailbox")).toBe("no Exchange licence: “MailboxNotEnabledForRESTAPI”");
    expect(await state()).toMatchObject({ trouble: "no_licence", code: "MailboxNotEnabledForRESTAPI" });
  });

  it("no mailbox, as Exchange says once and at random, is asked again before it is believed", async () => {
    await fault({ path: "/mailFolders/inbox$", status: 404, code: "ErrorNonExistentMailbox", times: 1 });
    await test();
    expect(await line()).toBe("+++++++o");
    expect(await state()).toMatchObject({ trouble: null });
  });

  it.each([403, 507] as const)("full (%d)", async (full) => {
    await ben({ full });
    await test();
    expect(await line()).toBe("++++xooo");
    expect(await said("draft in")).toContain("the mailbox is full");
    expect(await state()).toMatchObject({ trouble: "full" });
  });

  it("a draft refused for a reason nobody knows pauses", async () => {
    await fault({ method: "POST", path: "/messages$", status: 400, code: "ErrorNobodyKnows" });
    await test();
    expect(await line()).toBe("++++xooo");
    expect(await state()).toMatchObject({ trouble: "limited", code: "ErrorNobodyKnows" });
  });

  it("reading refused while all else works is for reading to report", async () => {
    await ben({ unread: true });
    await test();
    // Looking for what a test left behind is reading, too: it comes before anything is laid in.
    expect((await results()).find(({ passed }) => passed === false)?.says).toBe(
      "Microsoft refuses access to it: “ErrorAccessDenied”",
    );
    expect(await drafts()).toEqual([]);
  });

  it("Microsoft being busy takes nothing out", async () => {
    await fault({ path: "/messages$", status: 503 });
    await test();
    expect(await line()).toContain("x");
    expect(await state()).toMatchObject({ status: "connected", trouble: null });
  });
});

describe("the draft of a test", () => {
  it("that could not be taken out, or was left by a crash, is taken out by the next", async () => {
    await fault({ method: "DELETE", path: "/messages/", status: 500 });
    await test();
    expect(await line()).toBe("+++++xoo");
    const [, first] = [await layProbe(await world.mailboxOf(own), own), await drafts()];
    expect(first).toHaveLength(2);
    await world.admin("DELETE", "faults");
    let minute = 5;
    await expect
      .poll(async () => {
        minute += 5;
        await test(at(minute));
        return drafts();
      })
      .toEqual([]);
    expect(await line()).toBe("+++++++o");
  });

  it("leaves what its owner wrote where it is", async () => {
    await world.admin("POST", "messages", { mailbox: own, folder: "drafts", isDraft: true, subject: "Countersign self-test" });
    await test();
    expect(await drafts()).toHaveLength(1);
  });
});

describe("what was taken and is given back", () => {
  const feeds = async () =>
    Number((await sql()`select count(*)::int as n from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`)[0]?.n);
  beforeEach(async () => {
    await seedCampaign(sql(), scope.teamId, { name: "C", status: "active", senderAccountId: id, steps: [] });
  });

  it.each([
    ["the licence", { licence: false }, { licence: true }],
    ["room", { full: 507 }, { full: null }],
    ["consent", { refresh: 65001 }, { refresh: null }],
    ["the account", { refresh: 50057 }, { refresh: null }],
    ["the app", { refresh: 7000112 }, { refresh: null }],
  ])("(%s) brings the mailbox back by itself, and its campaigns go on", async (_, taken, given) => {
    await ben(taken);
    await test();
    expect(await state()).not.toMatchObject({ status: "connected", trouble: null });
    expect(await feeds()).toBe(0);
    await ben(given);
    await test(at(5));
    expect(await line()).toBe("+++++++o");
    expect(await state()).toMatchObject({ status: "connected", trouble: null });
    expect(await feeds()).toBe(1);
  });

  it("does not end what Exchange limits, of which a test that sends nothing cannot tell", async () => {
    await sql()`update sender_accounts set trouble = 'limited', trouble_code = '5.1.90', trouble_since = ${at(-60)}, trouble_until = ${at(600)} where id = ${id}`;
    await test(at(0), { asked: true });
    expect(await line()).toBe("+++++++o");
    expect(await state()).toMatchObject({ trouble: "limited", code: "5.1.90" });
  });

  it("does not try a mailbox that only sending calls full before its time, unless somebody asks", async () => {
    await sql()`update sender_accounts set trouble = 'full', trouble_code = 'ErrorQuotaExceeded', trouble_since = ${at(-60)}, trouble_until = ${at(600)} where id = ${id}`;
    await test(at(0));
    expect(await state()).toMatchObject({ trouble: "full" });
    await test(at(5), { asked: true });
    expect(await state()).toMatchObject({ trouble: null });
  });
});

it("tests neither another team’s mailbox nor one that is disconnected", async () => {
  const other = await seedTeam(sql());
  expect(await runSelfTest({ teamId: other.teamId, memberId: null }, id, at(0))).toBe(false);
  await sql()`update sender_accounts set status = 'removed' where id = ${id}`;
  expect(await test()).toBe(false);
  expect(await asked("GET", /./)).toBe(0);
});
