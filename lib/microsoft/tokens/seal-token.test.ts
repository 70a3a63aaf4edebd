import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
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
    expect(() => openToken({ ...sealed, tag: sealed.tag.slice(0, 4) }, mine, readKeyRing(k1))).toThrow();
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
