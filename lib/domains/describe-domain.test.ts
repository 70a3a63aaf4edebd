import { expect, test } from "vitest";
import { proofStates } from "@/db/schema/words";
import { toTemporal } from "../schedule/clock/to-temporal";
import { describeDomain, writeDnsRequest } from "./describe-domain";
import { explainProof } from "./explain-proof";
import { faultCodes, type Proof, proofKinds } from "./proof";
import type { DomainRow } from "./read-domains";

const now = new Date("2026-11-27T12:00:00Z");
const reader = { now: toTemporal(now), timeZone: "Europe/Berlin" };
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const proof = (kind: Proof["kind"], state: Proof["state"] = "sound", more: Partial<Proof> = {}): Proof => ({
  kind,
  state,
  code: null,
  found: [],
  about: null,
  records: [],
  ...more,
});
const missing = proof("dmarc", "failing", {
  code: "dmarc_missing",
  records: [{ host: "_dmarc.contoso.com", type: "TXT", value: "v=DMARC1; p=none" }],
});
const row = (more: Partial<DomainRow> = {}): DomainRow => ({
  domain: "contoso.com",
  mailboxes: 2,
  isOfMicrosoft: false,
  proofs: [proof("spf"), proof("dkim"), proof("dmarc")],
  checkedAt: ago(1),
  failingSince: null,
  waitsFrom: null,
  accepted: null,
  ...more,
});
const failing = (hours: number, more: Partial<DomainRow> = {}) =>
  row({ proofs: [proof("spf"), proof("dkim"), missing], failingSince: ago(hours), waitsFrom: ago(hours - 72), ...more });

test.each<[DomainRow, string, string]>([
  [row(), "sound", "contoso.com proves its mail"],
  [row({ checkedAt: null, proofs: [] }), "unknown", "contoso.com was not looked up yet"],
  [row({ domain: "c.onmicrosoft.com", isOfMicrosoft: true }), "of Microsoft", "c.onmicrosoft.com is Microsoft’s own"],
  [
    row({ proofs: [proof("spf", "unknown"), proof("dkim"), proof("dmarc", "unknown")] }),
    "unknown",
    "Of contoso.com SPF and DMARC could not be told",
  ],
  [failing(24), "warns", "contoso.com fails DMARC since Thu 26 Nov 13:00: first mails wait from Sun 29 Nov 13:00"],
  [failing(72), "waits", "contoso.com fails DMARC since Tue 24 Nov 13:00: first mails wait"],
  [
    failing(80, { proofs: [proof("spf", "unknown")] }),
    "waits",
    "contoso.com failed and does not answer since Tue 24 Nov 5:00: first mails wait",
  ],
  [
    failing(80, { waitsFrom: null, accepted: { at: ago(2), by: "Anna Keller", reason: "moving hosts" } }),
    "accepted",
    "contoso.com fails DMARC since Tue 24 Nov 5:00: first mails leave all the same",
  ],
])("a domain in words: %#", (given, standing, verdict) => {
  expect(describeDomain(given, reader)).toMatchObject({ standing, verdict });
});

test("when it is looked up again is said: soon where anything is amiss", () => {
  expect(describeDomain(row(), reader).lead).toBe("Looked up today 12:00, again today 18:00 at the latest.");
  expect(describeDomain(failing(1), reader).lead).toContain("again today 12:15 at the latest.");
});

test("whoever keeps the zone gets what is wrong, what to do and the record, with a time of their own", () => {
  expect(writeDnsRequest(failing(72), reader)).toEqual([
    "contoso.com fails DMARC since 2026-11-24 12:00 UTC (Tue 24 Nov 13:00). DMARC: There is no DMARC record.",
    "DMARC: Add one. It may begin with “p=none”, which turns nothing away.\n_dmarc.contoso.com  TXT  v=DMARC1; p=none",
    "It is looked up every 15 minutes, and mail goes on by itself.",
  ]);
});

test.each(faultCodes)("%s is explained in a sentence, and what to do", (code) => {
  const kind = code.startsWith("dkim") ? "dkim" : code.startsWith("dmarc") ? "dmarc" : "spf";
  const { wrong, act } = explainProof(proof(kind, "failing", { code, about: "x" }));
  for (const said of [wrong, act]) expect(said).toMatch(/^[A-Z“x].*[.]$/s);
  expect(`${wrong} ${act}`).not.toMatch(/undefined|null|!/);
});

test.each(proofKinds.flatMap((kind) => proofStates.map((state) => [kind, state] as const)))(
  "what %s means is said where it is %s",
  (kind, state) => {
    expect(explainProof(proof(kind, state)).means).toMatch(/^[A-Z].*\.$/);
  },
);
