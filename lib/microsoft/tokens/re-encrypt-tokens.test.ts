import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { reEncryptTokens } from "./re-encrypt-tokens";
import { type KeyRing, readKeyRing } from "./read-key-ring";
import { openToken, sealToken } from "./seal-token";

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [older, newer] = [key("older"), key("newer")];
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  stubSettings({ DATABASE_APP_URL: db.appUrl, DATABASE_SYSTEM_URL: db.systemUrl, TOKEN_KEYS: `${newer},${older}` });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await db.close();
});
beforeEach(() => db.admin`delete from mailbox_tokens`);

/** A mailbox of a team of its own, whose token was written under the older key. */
async function seedToken(ring: KeyRing = readKeyRing(older)): Promise<string> {
  const { teamId } = await seedTeam(db.admin);
  const id = await seedMailbox(db.admin, teamId);
  const sealed = sealToken(`secret of ${id}`, id, ring);
  await db.admin`insert into mailbox_tokens (sender_account_id, team_id, key_id, nonce, ciphertext, tag)
    values (${id}, ${teamId}, ${sealed.keyId}, ${sealed.nonce}, ${sealed.ciphertext}, ${sealed.tag})`;
  return id;
}
async function readToken(id: string, ring: KeyRing): Promise<string> {
  const [row] =
    await db.admin`select key_id as "keyId", nonce, ciphertext, tag from mailbox_tokens where sender_account_id = ${id}`;
  return openToken(row as never, id, ring);
}

it("writes the tokens of every team anew, once, so that the older key is needed no more", async () => {
  const ids = [await seedToken(), await seedToken(), await seedToken(readKeyRing(newer))];
  expect(await reEncryptTokens()).toEqual({ written: 2, lost: 0 });
  expect(await reEncryptTokens()).toEqual({ written: 0, lost: 0 });
  for (const id of ids) expect(await readToken(id, readKeyRing(newer))).toBe(`secret of ${id}`);
});

it("waits for a refresh under way and keeps what it wrote", async () => {
  const id = await seedToken();
  const waits = async () =>
    (await db.admin`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length > 0;
  let run: Promise<unknown> = Promise.resolve();
  await db.admin.begin(async (tx) => {
    const fresh = sealToken("fresh", id, readKeyRing(older));
    await tx`update mailbox_tokens set nonce = ${fresh.nonce}, ciphertext = ${fresh.ciphertext}, tag = ${fresh.tag} where sender_account_id = ${id}`;
    run = reEncryptTokens();
    await vi.waitUntil(waits, { timeout: 10_000 });
  });
  expect(await run).toEqual({ written: 1, lost: 0 });
  expect(await readToken(id, readKeyRing(newer))).toBe("fresh");
});

it("goes on past a token that no key opens, and counts it", async () => {
  const broken = await seedToken();
  await db.admin`update mailbox_tokens set tag = ${randomBytes(16)} where sender_account_id = ${broken}`;
  const sound = await seedToken();
  expect(await reEncryptTokens()).toEqual({ written: 1, lost: 1 });
  expect(await readToken(sound, readKeyRing(newer))).toBe(`secret of ${sound}`);
});

it("names a key that is missing", async () => {
  await seedToken(readKeyRing(key("forgotten")));
  await expect(reEncryptTokens()).rejects.toThrow(/no key "forgotten"/);
});

it("is a command that says how many it wrote", async () => {
  const id = await seedToken();
  const command = () => promisify(execFile)("npm", ["run", "--silent", "tokens:reencrypt"], { env: process.env });
  expect((await command()).stdout).toBe("Mailbox tokens written anew: 1.\n");
  expect((await command()).stdout).toBe("Mailbox tokens written anew: 0.\n");
  expect(await readToken(id, readKeyRing(newer))).toBe(`secret of ${id}`);
  vi.stubEnv("TOKEN_KEYS", "short");
  await expect(command()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("TOKEN_KEYS") });
}, 60_000);
