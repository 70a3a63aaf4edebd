import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contoso, fabrikam } from "@/db/seed/demo-world";
import { seedTeam } from "@/db/seed/seed-team";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { beginConsent } from "../microsoft/tokens/begin-consent";
import { consentAs } from "../microsoft/tokens/testing/start-stand-in";
import { describeMailboxNotice } from "./describe-mailbox-notice";
import { receiveConsent } from "./receive-consent";
import { renewAddress } from "./renew-address";

/** Mailboxes of the real stand-in. Finn signs in by another name than his address. */
let world: MailWorld;
let scope: { teamId: string; memberId: string };
const finn = "finn@fabrikam.com";
const signInName = "finn.adler@fabrikam.onmicrosoft.com";

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.db
    .admin`update teams set tenant_id = gen_random_uuid() where tenant_id in (${contoso.tenantId}, ${fabrikam.tenantId})`;
  await world.admin("POST", "mailboxes", { mailbox: "*", licence: true });
});

async function teamOf(tenantId: string) {
  const team = await seedTeam(world.db.admin, { tenantId });
  scope = { teamId: team.teamId, memberId: team.members[0]?.id ?? "" };
}
async function connect(person: string, tenantId: string) {
  const { url, secrets } = await beginConsent(tenantId, person);
  const back = await consentAs(url, person);
  const answer = { code: back.searchParams.get("code"), error: null, description: null, adminConsent: false };
  return receiveConsent(scope, answer, secrets, new Date());
}
const kept = () =>
  world.db
    .admin`select id, email, email_norm as norm, addresses, sign_in_name as "signInName" from sender_accounts where team_id = ${scope.teamId}`;
const corrections = () =>
  world.db
    .admin`select detail, member_id as by from activities where team_id = ${scope.teamId} and verb = 'corrected the address of a mailbox'`;
const asked = async () =>
  (
    await world.db
      .admin`select data ->> 'campaignId' as id from outbox where team_id = ${scope.teamId} and name = 'campaign/feed'`
  ).map((row) => row.id);
/** As it was kept before anybody asked Microsoft 365 for the address: under the name its person signs in with. */
async function keepUnderSignInName() {
  const [row] = await world.db
    .admin`update sender_accounts set email = ${signInName}, email_norm = ${signInName}, addresses = '{}' where team_id = ${scope.teamId} returning id`;
  const [campaign] = await world.db
    .admin`insert into campaigns (team_id, name, status, sender_account_id) values (${scope.teamId}, 'Spring', 'active', ${row?.id}) returning id`;
  return { id: String(row?.id), campaignId: String(campaign?.id) };
}

describe("connecting a mailbox", () => {
  it("keeps the address that mail carries, its aliases, and the name its person signs in with", async () => {
    await teamOf(fabrikam.tenantId);
    expect(await connect(finn, fabrikam.tenantId)).toEqual({ notice: "connected" });
    expect(await kept()).toEqual([
      { id: expect.any(String), email: finn, norm: finn, addresses: [finn, signInName], signInName },
    ]);
    const checks = await world.db
      .admin`select data ->> 'senderAccountId' as id from outbox where team_id = ${scope.teamId} and name = 'domain/check'`;
    expect(checks).toEqual([{ id: (await kept())[0]?.id }]);
  });

  it.each([
    ["without a licence", "ben@contoso.com"],
    ["of a guest", "gil@partner.example"],
  ])("%s is refused with Microsoft's word for it, and nothing is kept", async (_, person) => {
    await teamOf(contoso.tenantId);
    await world.admin("POST", "mailboxes", { mailbox: "ben@contoso.com", licence: false });
    const received = await connect(person, contoso.tenantId);
    expect(received).toEqual({ notice: "no-mailbox", code: "MailboxNotEnabledForRESTAPI" });
    expect(describeMailboxNotice(received.notice, received.code)?.text).toMatch(
      /gives this account no mailbox \(MailboxNotEnabledForRESTAPI\)\. An administrator can assign a licence/,
    );
    expect([await kept(), await world.db.admin`select 1 from mailbox_tokens where team_id = ${scope.teamId}`]).toEqual([[], []]);
  });

  it("again corrects an address that was kept wrong, in the same row, and has its campaigns looked over", async () => {
    await teamOf(fabrikam.tenantId);
    await connect(finn, fabrikam.tenantId);
    const { id, campaignId } = await keepUnderSignInName();
    await connect(finn, fabrikam.tenantId);
    expect(await kept()).toMatchObject([{ id, email: finn, norm: finn, addresses: [finn, signInName] }]);
    expect(await corrections()).toEqual([{ detail: { senderAccountId: id, from: signInName, to: finn }, by: scope.memberId }]);
    expect(await asked()).toContain(campaignId);
  });

  it("finds the row that was moved here under an alias, and never one that is somebody else's", async () => {
    await teamOf(fabrikam.tenantId);
    const [moved] = await world.db
      .admin`insert into sender_accounts (team_id, email, email_norm, status) values (${scope.teamId}, ${signInName}, ${signInName}, 'signed_out') returning id`;
    await connect(finn, fabrikam.tenantId);
    expect(await kept()).toMatchObject([{ id: moved?.id, email: finn }]);
    await world.db
      .admin`update sender_accounts set email = ${signInName}, email_norm = ${signInName}, oid = 'another' where id = ${moved?.id}`;
    await connect(finn, fabrikam.tenantId);
    expect((await kept()).map((row) => row.email).sort()).toEqual([signInName, finn]);
  });
});

describe("the address of a connected mailbox", () => {
  it("is corrected by itself when Microsoft 365 names another, and asked for without a person", async () => {
    await teamOf(fabrikam.tenantId);
    await connect(finn, fabrikam.tenantId);
    const { id, campaignId } = await keepUnderSignInName();
    await renewAddress({ teamId: scope.teamId, memberId: null }, id, new Date());
    expect(await kept()).toMatchObject([{ id, email: finn, signInName }]);
    expect(await corrections()).toEqual([{ detail: { senderAccountId: id, from: signInName, to: finn }, by: null }]);
    expect(await asked()).toContain(campaignId);
    await renewAddress({ teamId: scope.teamId, memberId: null }, id, new Date());
    expect(await corrections()).toHaveLength(1);
  });

  it("stays as it was signed where only capitals differ", async () => {
    await teamOf(fabrikam.tenantId);
    await connect(finn, fabrikam.tenantId);
    await world.db.admin`update sender_accounts set email = 'Finn@Fabrikam.com' where team_id = ${scope.teamId}`;
    await connect(finn, fabrikam.tenantId);
    expect([await kept(), await corrections()]).toMatchObject([[{ email: "Finn@Fabrikam.com" }], []]);
  });

  it("stays as it is when another mailbox of the team has it", async () => {
    await teamOf(fabrikam.tenantId);
    await connect(finn, fabrikam.tenantId);
    const { id } = await keepUnderSignInName();
    await world.db
      .admin`insert into sender_accounts (team_id, email, email_norm, status) values (${scope.teamId}, ${finn}, ${finn}, 'removed')`;
    await renewAddress({ teamId: scope.teamId, memberId: null }, id, new Date());
    expect((await kept()).find((row) => row.id === id)).toMatchObject({ email: signInName });
  });
});
