import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askDns } from "./dns/ask-dns";
import { lookUp } from "./look-up";
import { type DnsServer, startDns } from "./testing/start-dns";

/** Over real UDP, at the stand-in that `npm start` uses. */
let dns: DnsServer;
beforeAll(async () => {
  dns = await startDns(process.env.PATH ?? "");
});
afterAll(() => dns.stop());
beforeEach(() => dns.change("reset"));

const look = (domain = "contoso.com", mostMs?: number) => lookUp(askDns([dns.server], mostMs), domain, "contoso");
const states = async (domain?: string) => (await look(domain)).map(({ state }) => state);
const codes = async () => (await look()).map(({ code }) => code);

test("the demo’s domains prove their mail, and what was found is told", async () => {
  const proofs = await look();
  expect(proofs.map(({ kind, state }) => [kind, state])).toEqual([
    ["spf", "sound"],
    ["dkim", "sound"],
    ["dmarc", "sound"],
  ]);
  expect(proofs.map(({ found }) => found[0])).toEqual([
    "v=spf1 include:spf.protection.outlook.com -all",
    "selector1 → selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
    "v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.com",
  ]);
});

describe.each([
  ["missing", ["spf_missing", "dkim_missing", "dmarc_missing"]],
  ["wrong", ["spf_without_microsoft", "dkim_elsewhere", "dmarc_policy"]],
  ["loop", ["spf_broken", "dkim_loop", "dmarc_loop"]],
])("%s", (as, expected) => {
  test.each(["spf", "dkim", "dmarc"])("%s fails alone", async (proof) => {
    await dns.change("domain", { domain: "contoso.com", proof, as });
    const at = ["spf", "dkim", "dmarc"].indexOf(proof);
    expect(await codes()).toEqual([null, null, null].with(at, expected[at] as never));
  });
});

test.each(["servfail", "refused"])("a server that answers %s says nothing of the domain", async (as) => {
  for (const proof of ["spf", "dkim", "dmarc"]) await dns.change("domain", { domain: "contoso.com", proof, as });
  expect(await states()).toEqual(["unknown", "unknown", "unknown"]);
  expect(await codes()).toEqual(["no_answer", "no_answer", "no_answer"]);
});

test("no answer at all is unknown, and ends in time", async () => {
  for (const proof of ["spf", "dkim", "dmarc"]) await dns.change("domain", { domain: "contoso.com", proof, as: "timeout" });
  const began = Date.now();
  expect((await look("contoso.com", 1000)).map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
  expect(Date.now() - began).toBeLessThan(3000);
});

test("a port at which nobody listens is unknown", async () => {
  const proofs = await lookUp(askDns(["127.0.0.1:1"], 2000), "contoso.com");
  expect(proofs.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
});

test("a domain that does not exist fails", async () => {
  expect(await states("nowhere.example")).toEqual(["failing", "failing", "failing"]);
});

test("capitals and letters beyond ASCII are asked for as name servers know them", async () => {
  expect(await states("CONTOSO.com")).toEqual(["sound", "sound", "sound"]);
  await dns.change("name", { name: "xn--bcher-kva.example", texts: [["v=spf1 include:spf.protection.outlook.com -all"]] });
  await dns.change("name", { name: "_dmarc.xn--bcher-kva.example", texts: [["v=DMARC1; p=none"]] });
  const [spf, dkim, dmarc] = await look("Bücher.example");
  expect([spf?.state, dkim?.state, dmarc?.state]).toEqual(["sound", "failing", "sound"]);
  expect(dkim?.records[0]?.host).toBe("selector1._domainkey.xn--bcher-kva.example");
});

test("a record of several strings is one, joined without a space", async () => {
  await dns.change("name", { name: "contoso.com", texts: [["v=spf1 include:spf.prot", "ection.outlook.com -all"]] });
  expect((await look())[0]).toMatchObject({ state: "sound", found: ["v=spf1 include:spf.protection.outlook.com -all"] });
});

test("each name is asked once in a look-up", async () => {
  await look();
  const asked = (await dns.asked()).filter((name) => name === "_dmarc.contoso.com");
  expect(asked).toHaveLength(1);
});
