import { describe, expect, test } from "vitest";
import { type FakeZone, fakeDns } from "../testing/fake-dns";
import { judgeSpf } from "./judge-spf";

/** As Microsoft published it in 2024 to 2026 (seen in several public zone dumps). */
const microsofts =
  "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:52.102.0.0/16 ip4:52.103.0.0/17 ip4:104.47.0.0/17 ip6:2a01:111:f400::/48 ip6:2a01:111:f403::/49 -all";
const world: FakeZone = {
  "spf.protection.outlook.com": microsofts,
  "secureserver.net": "v=spf1 include:spf-0.secureserver.net -all",
  "spf-0.secureserver.net": "v=spf1 ip4:97.74.135.0/24 include:spf.protection.outlook.com -all",
  "_spf.google.com": "v=spf1 include:_netblocks.google.com ~all",
  "_netblocks.google.com": "v=spf1 ip4:35.190.247.0/24 ~all",
  "mailgun.org": "v=spf1 include:_spf.google.com ~all",
  "open.example": "v=spf1 +all",
  "slow.example": "!ETIMEOUT",
  "two.example": ["v=spf1 -all", "v=spf1 ~all"],
  "round.example": "v=spf1 include:again.example -all",
  "again.example": "v=spf1 include:round.example -all",
  ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`i${i}.example`, `v=spf1 ip4:192.0.2.${i} -all`])),
};
const includes = (count: number) => Array.from({ length: count }, (_, i) => `include:i${i}.example`).join(" ");
const judge = (records: string | string[]) => judgeSpf(fakeDns({ ...world, "contoso.com": records }), "contoso.com");

describe("is sound", () => {
  test.each([
    // Learn: "Set up SPF to identify valid email sources for your custom cloud domains".
    ["Microsoft’s own example", "v=spf1 include:spf.protection.outlook.com -all"],
    ["beside other services, and with ~all", "v=spf1 include:spf.protection.outlook.com include:_spf.google.com ~all"],
    ["in capitals, with spaces more than one", "V=SPF1  INCLUDE:SPF.Protection.Outlook.COM   -ALL"],
    ["beside other texts", ["MS=ms45156943", "google-site-verification=x", "v=spf1 include:spf.protection.outlook.com -all"]],
    // GoDaddy sells Microsoft 365 with this record.
    ["behind another’s includes", "v=spf1 include:secureserver.net -all"],
    ["behind a redirect", "v=spf1 redirect=spf-0.secureserver.net"],
    ["with addresses in place of the include", `${microsofts.replace(" -all", "")} ip4:198.51.100.1 ~all`],
    ["as the tenth look-up", `v=spf1 ${includes(9)} include:spf.protection.outlook.com -all`],
    [
      "where look-ups that no mail of Microsoft needs come behind",
      `v=spf1 include:spf.protection.outlook.com ${includes(12)} -all`,
    ],
    ["behind a name that does not answer", "v=spf1 include:slow.example include:spf.protection.outlook.com -all"],
    ["with a modifier nobody knows (RFC 7208 6)", "v=spf1 include:spf.protection.outlook.com x-team=7 -all"],
  ])("%s", async (_, records) => {
    expect(await judge(records)).toMatchObject({ state: "sound", code: null, records: [] });
  });
});

describe("fails", () => {
  test.each([
    ["without any text", [], "spf_missing", "v=spf1 include:spf.protection.outlook.com -all"],
    [
      "with other texts only",
      ["v=spf10 -all", "spf2.0/pra -all"],
      "spf_missing",
      "v=spf1 include:spf.protection.outlook.com -all",
    ],
    [
      "with two records",
      ["v=spf1 include:spf.protection.outlook.com -all", "v=spf1 include:mailgun.org ~all"],
      "spf_several",
      "v=spf1 include:spf.protection.outlook.com include:mailgun.org -all",
    ],
    [
      "of another provider alone, whose terms stay",
      "v=spf1 include:_spf.google.com ip4:198.51.100.7 ~all",
      "spf_without_microsoft",
      "v=spf1 include:spf.protection.outlook.com include:_spf.google.com ip4:198.51.100.7 ~all",
    ],
    [
      "where Microsoft’s include stands behind all",
      "v=spf1 -all include:spf.protection.outlook.com",
      "spf_without_microsoft",
      "v=spf1 include:spf.protection.outlook.com -all",
    ],
    [
      "where it is turned away",
      "v=spf1 ?include:spf.protection.outlook.com -all",
      "spf_without_microsoft",
      "v=spf1 include:spf.protection.outlook.com ?include:spf.protection.outlook.com -all",
    ],
    [
      "with some of Microsoft’s addresses only",
      "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 -all",
      "spf_without_microsoft",
      "v=spf1 include:spf.protection.outlook.com ip4:40.92.0.0/15 ip4:40.107.0.0/16 -all",
    ],
    [
      "as the eleventh look-up",
      `v=spf1 ${includes(10)} include:spf.protection.outlook.com -all`,
      "spf_too_many",
      `v=spf1 include:spf.protection.outlook.com ${includes(10)} -all`,
    ],
    [
      "open to everybody",
      "v=spf1 include:spf.protection.outlook.com +all",
      "spf_open",
      "v=spf1 include:spf.protection.outlook.com ~all",
    ],
    [
      "open to everybody, as ?all",
      "v=spf1 include:spf.protection.outlook.com ?all",
      "spf_open",
      "v=spf1 include:spf.protection.outlook.com ~all",
    ],
    [
      "without an end",
      "v=spf1 include:spf.protection.outlook.com mx",
      "spf_open",
      "v=spf1 include:spf.protection.outlook.com mx ~all",
    ],
    [
      "open to everybody by an include",
      "v=spf1 include:open.example include:spf.protection.outlook.com -all",
      "spf_open",
      "v=spf1 include:spf.protection.outlook.com -all",
    ],
    // RFC 7208 4.6: a syntax error anywhere in the record is a permanent error.
    [
      "with a term nobody can read",
      "v=spf1 include:spf.protection.outlook.com ipv4:192.0.2.1 -all",
      "spf_broken",
      "v=spf1 include:spf.protection.outlook.com -all",
    ],
    [
      "with an include of nothing before Microsoft’s",
      "v=spf1 include:gone.example include:spf.protection.outlook.com -all",
      "spf_broken",
      "v=spf1 include:spf.protection.outlook.com -all",
    ],
    ["with an include of two", "v=spf1 include:two.example -all", "spf_broken", "v=spf1 include:spf.protection.outlook.com -all"],
    ["with includes in a circle", "v=spf1 include:round.example -all", "spf_broken", null],
    ["that names itself", "v=spf1 include:contoso.com -all", "spf_broken", "v=spf1 include:spf.protection.outlook.com -all"],
  ])("%s", async (_, records, code, value) => {
    const proof = await judge(records);
    expect(proof).toMatchObject({ state: "failing", code });
    expect(proof.records).toHaveLength(1);
    if (value) expect(proof.records[0]).toEqual({ host: "contoso.com", type: "TXT", value });
  });

  test("and the record to copy is sound, whatever was there", async () => {
    const given = [
      "v=spf1 mx include:_spf.google.com ?all",
      "v=spf1 ip4:192.0.2.1 redirect=mailgun.org",
      "v=spf1 foo:bar a:x.example -all",
    ];
    for (const record of given) {
      const { records } = await judge(record);
      expect(await judge(records[0]?.value ?? "")).toMatchObject({ state: "sound" });
    }
  });
});

describe("is unknown", () => {
  test.each([
    ["where nobody answers", "!ETIMEOUT", "no_answer", "ETIMEOUT"],
    ["where the server fails", "!ESERVFAIL", "no_answer", "ESERVFAIL"],
    ["where the server refuses", "!EREFUSED", "no_answer", "EREFUSED"],
    [
      "where Microsoft’s may stand behind a name that does not answer",
      "v=spf1 include:slow.example -all",
      "no_answer",
      "ETIMEOUT",
    ],
    // Valimail and others answer for each mail anew (RFC 7208 7).
    [
      "where it is decided for each mail",
      "v=spf1 include:%{i}._ip.%{d}._spf.example ~all",
      "spf_each_mail",
      "include:%{i}._ip.%{d}._spf.example",
    ],
  ])("%s", async (_, records, code, about) => {
    expect(await judge(records)).toMatchObject({ state: "unknown", code, about, records: [] });
  });
});

test("a long record is shown cut", async () => {
  const long = `v=spf1 ${Array.from({ length: 60 }, (_, i) => `ip4:192.0.2.${i}`).join(" ")} -all`;
  expect((await judge(long)).found[0]).toHaveLength(500);
});
