import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedTeam } from "@/db/seed/seed-team";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import { receiveConsent } from "../receive-consent";
import { runSelfTest } from "./run-self-test";
import { sendSelfMail } from "./send-self-mail";
import { testNow } from "./test-now";

let world: MailWorld;
let scope: { teamId: string; memberId: string };
let id: string;
const own = "ben@contoso.com";

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.admin("POST", "reset", { people: true });
  await world.admin("POST", "settings", { moveDelayMs: 60, deliveryDelayMs: 20, lookupLagMs: 20, movedGoneMs: 20 });
  await world.db.admin`update teams set tenant_id = gen_random_uuid()::text where tenant_id = ${contoso.tenantId}`;
  const team = await seedTeam(world.db.admin, { tenantId: contoso.tenantId });
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
  const { url, secrets } = await beginConsent(contoso.tenantId, own);
  const back = await consentAs(url, own);
  await receiveConsent(
    scope,
    { code: back.searchParams.get("code"), error: null, description: null, adminConsent: false },
    secrets,
    new Date(),
  );
  const [row] = await world.db.admin`select id from sender_accounts where team_id = ${scope.teamId}`;
  id = String(row?.id);
  await runSelfTest(scope, id, new Date());
});

const kept = async () =>
  (
    await world.db
      .admin`select self_mail as mail, self_mail_at is not null as asked from mailbox_tests where sender_account_id = ${id}`
  )[0];
const arrived = async () => ((await world.admin("GET", `mail?to=${own}`)) as object[]).length;
const drafts = async () => ((await world.admin("GET", `messages?mailbox=${own}&folder=drafts`)) as object[]).length;

test("one mail to itself is sent once, however often it is asked for, and what came of it is kept", async () => {
  const asked = await Promise.allSettled([1, 2, 3].map(() => sendSelfMail(scope, id)));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await kept()).toEqual({ mail: "arrived", asked: true });
  await expect(sendSelfMail(scope, id)).rejects.toMatchObject({ code: "conflict" });
  expect([await arrived(), await drafts()]).toEqual([1, 0]);
});

test("one that Exchange refuses is told, leaves no draft, and may be asked for again", async () => {
  await world.admin("POST", "mailboxes", { mailbox: own, sending: "ErrorMessageSubmissionBlocked" });
  await expect(sendSelfMail(scope, id)).rejects.toMatchObject({
    code: "blocked",
    message: expect.stringContaining("ErrorMessageSubmissionBlocked"),
  });
  expect(await kept()).toEqual({
    mail: "not sent: Microsoft refuses it for a while: “ErrorMessageSubmissionBlocked”",
    asked: false,
  });
  expect(await drafts()).toBe(0);
  await world.admin("POST", "mailboxes", { mailbox: own, sending: null });
  await sendSelfMail(scope, id);
  expect([(await kept())?.mail, await arrived()]).toEqual(["arrived", 1]);
});

test("one of which nobody knows whether it left is never sent again", async () => {
  await world.admin("POST", "faults", { kind: "status-after", path: "/send$", status: 504 });
  await sendSelfMail(scope, id);
  expect(await kept()).toEqual({ mail: "no clear answer; it may have left", asked: true });
  await expect(sendSelfMail(scope, id)).rejects.toMatchObject({ code: "conflict" });
});

test("nothing is sent from a mailbox that is signed out or another team’s, and “Test now” waits ten seconds", async () => {
  await world.db.admin`update sender_accounts set status = 'signed_out' where id = ${id}`;
  await expect(sendSelfMail(scope, id)).rejects.toMatchObject({ code: "blocked" });
  const other = await seedTeam(world.db.admin);
  for (const verb of [sendSelfMail, testNow])
    await expect(verb({ teamId: other.teamId, memberId: null }, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(testNow(scope, id)).rejects.toMatchObject({ code: "conflict" });
  expect(await arrived()).toBe(0);
});
