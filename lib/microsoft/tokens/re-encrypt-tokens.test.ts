import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
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

it("writes kept letters and addresses of webhooks anew, too, and leaves out letters that no key opens", async () => {
  const { teamId, scope } = await seedTeam(db.admin);
  const senderAccountId = await seedMailbox(db.admin, teamId);
  const { contactIds } = await seedContacts(db.admin, teamId, inventPeople(1, 7));
  const place = { teamId, senderAccountId, contactId: String(contactIds[0]) };
  const keep = async (plain: string, ring = readKeyRing(older)) => {
    const { messageId } = await seedThread(db.admin, place, { at: new Date() });
    const sealed = sealToken(plain, messageId, ring, "kept_letters");
    await db.admin`insert into kept_letters (team_id, message_id, key_id, nonce, ciphertext, tag, kept_at)
      values (${teamId}, ${messageId}, ${sealed.keyId}, ${sealed.nonce}, ${sealed.ciphertext}, ${sealed.tag}, '2026-11-23')`;
    return messageId;
  };
  const [first, second] = [await keep("letter one"), await keep("letter two", readKeyRing(newer))];
  const lost = await keep("letter three");
  await db.admin`update kept_letters set tag = ${Buffer.alloc(16)} where message_id = ${lost}`;
  const target = crypto.randomUUID();
  const sealed = sealToken("https://hooks.example/1", target, readKeyRing(older), "notice_targets");
  await db.admin`insert into notice_targets (id, team_id, member_id, when_told, way, key_id, nonce, ciphertext, tag)
    values (${target}, ${teamId}, ${scope.memberId}, 'at once', 'teams', ${sealed.keyId}, ${sealed.nonce}, ${sealed.ciphertext}, ${sealed.tag})`;
  await reEncryptTokens();
  await reEncryptTokens();
  const kept =
    await db.admin`select message_id, key_id as "keyId", nonce, ciphertext, tag, kept_at::date::text as kept from kept_letters where team_id = ${teamId}`;
  expect(kept.map((row) => row.message_id).sort()).toEqual([first, second].sort());
  const ring = readKeyRing(newer);
  const opened = kept.map((row) => openToken(row as never, row.message_id, ring, "kept_letters"));
  expect(opened.sort()).toEqual(["letter one", "letter two"]);
  expect(kept.every((row) => row.kept === "2026-11-23")).toBe(true);
  expect(() => openToken(kept[0] as never, kept[0]?.message_id, ring)).toThrow();
  const [row] = await db.admin`select key_id as "keyId", nonce, ciphertext, tag from notice_targets where id = ${target}`;
  expect(openToken(row as never, target, ring, "notice_targets")).toBe("https://hooks.example/1");
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
