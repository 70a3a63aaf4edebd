import { describe, expect, test } from "vitest";
import { type FakeZone, fakeDns } from "../testing/fake-dns";
import { judgeDkim } from "./judge-dkim";

const key = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAn; n=1024,1453454";
const older = (n: number) => `selector${n}-contoso-com._domainkey.contoso.onmicrosoft.com`;
/** Learn, "Set up DKIM to sign mail from your cloud domain": the form of new domains since May 2025. */
const newer = (n: number) => `selector${n}-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft`;
const one = "selector1._domainkey.contoso.com";
const two = "selector2._domainkey.contoso.com";
const judge = (zone: FakeZone, initial: string | null = null) => judgeDkim(fakeDns(zone), "contoso.com", initial);

describe("is sound", () => {
  test.each<[string, FakeZone]>([
    ["with both aliases of the older form", { [one]: `→ ${older(1)}`, [two]: `→ ${older(2)}`, [older(1)]: key, [older(2)]: key }],
    ["with both of the newer form", { [one]: `→ ${newer(1)}`, [two]: `→ ${newer(2)}`, [newer(1)]: key, [newer(2)]: key }],
    [
      "in capitals",
      {
        [one]: "→ SELECTOR1-contoso-com._domainkey.NETORGFT20395980.p-v1.DKIM.mail.microsoft",
        "selector1-contoso-com._domainkey.netorgft20395980.p-v1.dkim.mail.microsoft": key,
      },
    ],
    [
      "where the second has no key before the first rotation",
      { [one]: `→ ${older(1)}`, [two]: `→ ${older(2)}`, [older(1)]: key },
    ],
    ["after a rotation, by the second alone", { [two]: `→ ${older(2)}`, [older(2)]: key }],
    [
      "with an alias of one’s own before Microsoft’s",
      { [one]: "→ dkim.contoso.net", "dkim.contoso.net": `→ ${older(1)}`, [older(1)]: key },
    ],
    ["with the key itself", { [one]: "k=rsa; p=MIIB IjAN" }],
    ["while the other is silent", { [one]: `→ ${older(1)}`, [older(1)]: key, [two]: "!ETIMEOUT" }],
  ])("%s", async (_, zone) => {
    expect(await judge(zone)).toMatchObject({ state: "sound", code: null, records: [] });
  });
});

describe("fails", () => {
  test.each<[string, FakeZone, string]>([
    ["without either", {}, "dkim_missing"],
    ["with other texts there", { [one]: "v=spf1 -all", [two]: "v=DKIM2; p=x" }, "dkim_missing"],
    ["where nobody switched signing on", { [one]: `→ ${older(1)}`, [two]: `→ ${older(2)}` }, "dkim_no_key"],
    ["with a withdrawn key (RFC 6376 3.6.1)", { [one]: "v=DKIM1; p=" }, "dkim_revoked"],
    [
      "with another’s key",
      { [one]: "→ s1.domainkey.u1.wl.sendgrid.net", "s1.domainkey.u1.wl.sendgrid.net": key },
      "dkim_elsewhere",
    ],
    ["where an alias names itself", { [one]: `→ ${one}`, [two]: `→ ${two}` }, "dkim_loop"],
    [
      "where aliases lead in a circle",
      { [one]: "→ a.example", "a.example": "→ b.example", "b.example": "→ a.example" },
      "dkim_loop",
    ],
  ])("%s", async (_, zone, code) => {
    expect(await judge(zone)).toMatchObject({ state: "failing", code });
  });

  test("and names both records, as the organisation has them", async () => {
    expect((await judge({}, "contoso")).records).toEqual([
      { host: one, type: "CNAME", value: older(1) },
      { host: two, type: "CNAME", value: older(2) },
    ]);
    expect((await judge({})).records[0]?.value).toBe("selector1-contoso-com._domainkey.YOUR-ORGANISATION.onmicrosoft.com");
  });

  test("and the one that lacks is made like the other", async () => {
    expect((await judge({ [two]: `→ ${newer(2)}` })).records).toEqual([{ host: one, type: "CNAME", value: newer(1) }]);
  });
});

test.each(["!ETIMEOUT", "!ESERVFAIL", "!EREFUSED"])(
  "is unknown while one is silent and the other is not there: %s",
  async (silence) => {
    expect(await judge({ [two]: silence })).toMatchObject({ state: "unknown", code: "no_answer", about: silence.slice(1) });
    expect(await judge({ [one]: `→ ${older(1)}`, [older(1)]: silence })).toMatchObject({ state: "unknown" });
  },
);
