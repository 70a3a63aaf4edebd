import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
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
    expect(() => openToken({ ...sealed, tag: sealed.tag.slice(0, 4) }, mine, readKeyRing(k1))).toThrow(
      "authentication tag length",
    );
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
    const id = await seedMailbox(db.admin, team.teamId);
    const old = sealToken("secret", id, readKeyRing(k1));
    await db.admin`insert into mailbox_tokens (sender_account_id, team_id, key_id, nonce, ciphertext, tag)
      values (${id}, ${team.teamId}, ${old.keyId}, ${old.nonce}, ${old.ciphertext}, ${old.tag})`;
    stubSettings({ TOKEN_KEYS: `${k2},${k1}` });
    const { reEncryptTokens } = await import("./re-encrypt-tokens");
    const scope = { teamId: team.teamId, memberId: null };
    expect([await reEncryptTokens(scope), await reEncryptTokens(scope)]).toEqual([1, 0]);
    const [row] =
      await db.admin`select key_id as "keyId", nonce, ciphertext, tag from mailbox_tokens where sender_account_id = ${id}`;
    expect(openToken(row as never, id, readKeyRing(k2))).toBe("secret");
  });
});
