import { describe, expect, test } from "vitest";
import { type FakeZone, fakeDns } from "../testing/fake-dns";
import { judgeDmarc } from "./judge-dmarc";

const judge = (zone: FakeZone, domain = "contoso.com") => judgeDmarc(fakeDns(zone), domain);
const own = (record: string | string[]): FakeZone => ({ "_dmarc.contoso.com": record });

describe("is sound", () => {
  test.each([
    // RFC 7489, appendix B.
    ["that watches", "v=DMARC1; p=none; rua=mailto:dmarc-feedback@contoso.com"],
    [
      "with all there is",
      "v=DMARC1; p=quarantine; rua=mailto:a@contoso.com,mailto:b@thirdparty.example!10m; ruf=mailto:c@contoso.com; pct=25",
    ],
    // GoDaddy’s.
    ["of a registrar", "v=DMARC1; p=quarantine; adkim=r; aspf=r; rua=mailto:dmarc_rua@onsecureserver.net;"],
    ["without spaces", "v=DMARC1;p=reject"],
    ["with spaces around =, and capitals", "v = DMARC1 ; P = Reject ;"],
    ["beside other texts", ["v=DMARC1; p=reject", "v=spf1 -all", "v=DMARC10; p=none"]],
    ["behind an alias", "→ contoso.com.dmarc.example"],
  ])("%s", async (_, record) => {
    expect(await judge({ ...own(record), "contoso.com.dmarc.example": "v=DMARC1; p=none" })).toMatchObject({
      state: "sound",
      code: null,
    });
  });

  test.each([
    ["p of the organisational domain", "v=DMARC1; p=reject", "mail.contoso.com"],
    ["its sp", "v=DMARC1; p=bad; sp=none", "mail.eu.contoso.com"],
    ["the suffix list’s organisational domain", "v=DMARC1; p=none", "mail.contoso.co.uk"],
  ])("by %s", async (_, record, domain) => {
    const above = domain.replace(/^.*(contoso\..*)$/, "$1");
    expect(await judge({ [`_dmarc.${above}`]: record }, domain)).toMatchObject({ state: "sound", about: above });
  });
});

describe("fails", () => {
  test.each<[string, FakeZone, string, string]>([
    ["without one", {}, "dmarc_missing", "v=DMARC1; p=none"],
    [
      "with one nobody knows as such",
      own(["DMARC1; p=none", "v=dmarc1; p=none", "p=none; v=DMARC1"]),
      "dmarc_missing",
      "v=DMARC1; p=none",
    ],
    ["with two", own(["v=DMARC1; p=none", "v=DMARC1; p=reject"]), "dmarc_several", "v=DMARC1; p=none"],
    ["without a policy", own("v=DMARC1; rua=mailto:a@contoso.com"), "dmarc_policy", "v=DMARC1; p=none; rua=mailto:a@contoso.com"],
    ["with a policy that is none", own("v=DMARC1; p=monitor; pct=100"), "dmarc_policy", "v=DMARC1; p=none; pct=100"],
    ["with an empty policy", own("v=DMARC1; p="), "dmarc_policy", "v=DMARC1; p=none"],
    ["where aliases lead in a circle", own("→ _dmarc.contoso.com"), "dmarc_loop", "v=DMARC1; p=none"],
  ])("%s", async (_, zone, code, value) => {
    expect(await judge(zone)).toMatchObject({
      state: "failing",
      code,
      records: [{ host: "_dmarc.contoso.com", type: "TXT", value }],
    });
  });

  test("by the sp of the domain above, which is where it is mended", async () => {
    expect(await judge(own("v=DMARC1; p=reject; sp=on; rua=mailto:a@b.example"), "mail.contoso.com")).toMatchObject({
      state: "failing",
      code: "dmarc_policy",
      about: "sp",
      records: [{ host: "_dmarc.contoso.com", value: "v=DMARC1; p=reject; sp=none; rua=mailto:a@b.example" }],
    });
  });

  test("whatever stands above the public suffix", async () => {
    expect(await judge({ "_dmarc.co.uk": "v=DMARC1; p=reject" }, "contoso.co.uk")).toMatchObject({ code: "dmarc_missing" });
  });
});

test("is unknown where its own name is silent, whatever stands above", async () => {
  const zone = { "_dmarc.mail.contoso.com": "!ETIMEOUT", ...own("v=DMARC1; p=none") };
  expect(await judge(zone, "mail.contoso.com")).toMatchObject({ state: "unknown", code: "no_answer", about: "ETIMEOUT" });
});
