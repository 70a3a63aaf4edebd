import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contoso } from "@/db/seed/demo-world";
import { seedCampaign } from "@/db/seed/seed-campaign";
import { type SeededTeam, seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { connectMailbox } from "../../senders/connect-mailbox";
import { disconnectMailbox } from "../../senders/disconnect-mailbox";
import { acquireMailToken } from "./acquire-mail-token";
import { beginConsent } from "./begin-consent";
import { MailboxSignedOutError, OperatorError, PartialConsentError } from "./errors";
import { finishConsent } from "./finish-consent";
import { consentAs, type StandIn, startStandIn } from "./testing/start-stand-in";

let db: TestDatabase;
let standIn: StandIn;
let team: SeededTeam;
const scope = () => team.scope;

beforeAll(async () => {
  db = await testDatabase();
  const own = `${db.name}_365`;
  await db.admin.unsafe(`create database "${own}"`);
  const url = new URL(process.env.TEST_POSTGRES_URL ?? "postgres://postgres:postgres@127.0.0.1:5440/postgres");
  url.pathname = `/${own}`;
  standIn = await startStandIn(url.toString(), process.env.PATH ?? "");
  stubSettings({
    MICROSOFT_CLIENT_ID: standIn.clientId,
    MICROSOFT_CLIENT_SECRET: standIn.clientSecret,
    MICROSOFT_STANDIN_URL: standIn.url,
  });
  team = await seedTeam(db.admin, { tenantId: contoso.tenantId });
});
afterAll(async () => {
  await standIn?.stop();
  await db.admin.unsafe(`drop database if exists "${db.name}_365" with (force)`);
  await db.close();
});

async function consent(person: string, answer?: string) {
  const { url, secrets } = await beginConsent(contoso.tenantId, person);
  const back = await consentAs(url, person, answer);
  expect(back.searchParams.get("state")).toBe(secrets.state);
  return finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
}
const connect = async (person: string, now = new Date()) => connectMailbox(scope(), await consent(person), now);
/** Every token in the cache has run out: the next call must refresh. */
async function ageTokens(id: string) {
  const { readKeyRing } = await import("./read-key-ring");
  const { openToken, sealToken } = await import("./seal-token");
  const ring = readKeyRing(process.env.TOKEN_KEYS ?? "");
  const [row] =
    await db.admin`select key_id as "keyId", nonce, ciphertext, tag from mailbox_tokens where sender_account_id = ${id}`;
  const cache = JSON.parse(openToken(row as never, id, ring));
  for (const token of Object.values(cache.AccessToken) as Record<string, string>[])
    token.expires_on = token.extended_expires_on = "1000";
  const sealed = sealToken(JSON.stringify(cache), id, ring);
  await db.admin`update mailbox_tokens set nonce = ${sealed.nonce}, ciphertext = ${sealed.ciphertext}, tag = ${sealed.tag} where sender_account_id = ${id}`;
}
const statusOf = async (id: string) =>
  (await db.admin`select status, status_reason as reason from sender_accounts where id = ${id}`)[0];

describe("a connected mailbox", () => {
  it("gives a token that opens the mailbox of the person who consented", async () => {
    const id = await connect("anna@contoso.com");
    const token = await acquireMailToken(scope(), id);
    const me = await fetch(`${standIn.url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ mail: "anna@contoso.com" });
    const [row] = await db.admin`select ciphertext from mailbox_tokens where sender_account_id = ${id}`;
    expect(Buffer.from(row?.ciphertext).toString("latin1")).not.toContain("RefreshToken");
  });
  it("is refreshed by one of twenty workers that ask at once", async () => {
    const id = await connect("anna@contoso.com");
    await ageTokens(id);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => acquireMailToken(scope(), id)));
    expect(new Set(tokens).size).toBe(1);
    expect(await statusOf(id)).toEqual({ status: "connected", reason: null });
    const [lease] = await db.admin`select count(*)::int as n from mailbox_leases`;
    expect(lease?.n).toBe(0);
  });
  it("is marked signed out when Microsoft no longer takes its token, and comes back as the same row with its campaigns woken", async () => {
    const id = await connect("ben@contoso.com");
    const { campaignId } = await seedCampaign(db.admin, team.teamId, { name: "Spring", status: "active", senderAccountId: id });
    const other = await consent("ben@contoso.com");
    await db.admin`update sender_accounts set status = 'connected' where id = ${id}`;
    await fetch(`${standIn.url}/admin/consent?person=ben@contoso.com`, { method: "DELETE" });
    await ageTokens(id);
    await expect(acquireMailToken(scope(), id)).rejects.toBeInstanceOf(MailboxSignedOutError);
    expect(await statusOf(id)).toEqual({ status: "signed_out", reason: "consent was withdrawn" });
    expect(await connectMailbox(scope(), other, new Date())).toBe(id);
    expect(await statusOf(id)).toEqual({ status: "connected", reason: null });
    const events =
      await db.admin`select name from outbox where data ->> 'senderAccountId' = ${id} or data ->> 'campaignId' = ${campaignId}`;
    expect([...new Set(events.map((event) => event.name))].sort()).toEqual([
      "campaign/feed",
      "domain/check",
      "mailbox/back",
      "mailbox/poll",
      "mailbox/test",
    ]);
  });
  it("does not blame the mailbox when our own secret is wrong", async () => {
    const id = await connect("sales@contoso.com");
    await ageTokens(id);
    vi.resetModules();
    vi.stubEnv("MICROSOFT_CLIENT_SECRET", "wrong");
    const fresh = await import("./acquire-mail-token");
    await expect(fresh.acquireMailToken(scope(), id)).rejects.toMatchObject({ name: OperatorError.name });
    vi.stubEnv("MICROSOFT_CLIENT_SECRET", standIn.clientSecret);
    vi.resetModules();
    expect(await statusOf(id)).toMatchObject({ status: "connected" });
  });
  it("gives no token once it is disconnected, and none to another team", async () => {
    const id = await connect("dora@contoso.com");
    const stranger = await seedTeam(db.admin);
    await expect(acquireMailToken({ teamId: stranger.teamId, memberId: null }, id)).rejects.toBeInstanceOf(MailboxSignedOutError);
    await disconnectMailbox(scope(), id, new Date());
    await expect(acquireMailToken(scope(), id)).rejects.toBeInstanceOf(MailboxSignedOutError);
    expect((await db.admin`select 1 from mailbox_tokens where sender_account_id = ${id}`).length).toBe(0);
  });
  it("needs all of the access: a mailbox that may only send is not connected", async () => {
    await expect(consent("finn@fabrikam.com", "send-only")).rejects.toBeInstanceOf(PartialConsentError);
  });
  it("must belong to the team's organisation", async () => {
    const mailbox = await consent("fay@fabrikam.com");
    await expect(connectMailbox(scope(), mailbox, new Date())).rejects.toMatchObject({ code: "blocked" });
  });
});
