import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { MailboxSignedOutError } from "./errors";
import { readKeyRing } from "./read-key-ring";
import { openToken, sealToken } from "./seal-token";

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [k1, k2] = [key("k1"), key("k2")];

describe("a sealed token", () => {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  it("opens in its own row only", () => {
    const sealed = sealToken("secret", mine, readKeyRing(k1));
    expect(openToken(sealed, mine, readKeyRing(k1))).toBe("secret");
    expect(() => openToken(sealed, theirs, readKeyRing(k1))).toThrow(MailboxSignedOutError);
    expect(() => openToken({ ...sealed, tag: sealed.tag.slice(0, 4) }, mine, readKeyRing(k1))).toThrow("authentication tag length");
  });
  it("opens with an older key, and not without it", () => {
    const sealed = sealToken("secret", mine, readKeyRing(k1));
    expect(openToken(sealed, mine, readKeyRing(`${k2},${k1}`))).toBe("secret");
    expect(() => openToken(sealed, mine, readKeyRing(k2))).toThrow(/no key "k1"/);
  });
  it("needs sound keys and does not print them", () => {
    expect(() => readKeyRing("k1:c2hvcnQ=")).toThrow(/^TOKEN_KEYS: "k1" is not an id with 32 bytes in base64\.$/);
    expect(() => readKeyRing(`${k1},${k1}`)).toThrow(/twice/);
  });
});

describe("changing the key", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());
  it("writes every token of the team anew, once", async () => {
    const team = await seedTeam(db.admin);
    const [mailbox] = await db.admin<
      { id: string }[]
    >`insert into sender_accounts (team_id, email, email_norm) values (${team.teamId}, 'a@b.c', 'a@b.c') returning id`;
    const id = mailbox?.id ?? "";
    const old = sealToken("secret", id, readKeyRing(k1));
    await db.admin`insert into mailbox_tokens (sender_account_id, team_id, key_id, nonce, ciphertext, tag)
      values (${id}, ${team.teamId}, ${old.keyId}, ${old.nonce}, ${old.ciphertext}, ${old.tag})`;
    const settings = {
      APP_URL: "http://localhost:3000",
      DATABASE_APP_URL: db.appUrl,
      DATABASE_SYSTEM_URL: db.systemUrl,
      SESSION_SECRET: "s".repeat(32),
      MICROSOFT_CLIENT_ID: "c",
      MICROSOFT_CLIENT_SECRET: "c",
      INNGEST_EVENT_KEY: "e",
      INNGEST_SIGNING_KEY: "s",
      TOKEN_KEYS: `${k2},${k1}`,
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const { reEncryptTokens } = await import("./re-encrypt-tokens");
    const scope = { teamId: team.teamId, memberId: null };
    expect([await reEncryptTokens(scope), await reEncryptTokens(scope)]).toEqual([1, 0]);
    const [row] =
      await db.admin`select key_id as "keyId", nonce, ciphertext, tag from mailbox_tokens where sender_account_id = ${id}`;
    expect(openToken(row as never, id, readKeyRing(k2))).toBe("secret");
  });
});
