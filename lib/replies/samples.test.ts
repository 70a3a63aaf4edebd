import { afterAll, beforeAll, expect, test } from "vitest";
import { readMessage } from "../microsoft/graph/reading/read-message";
import { type CannedGraph, cannedGraph } from "../microsoft/graph/testing/canned-graph";
import { ourMail, readSamples } from "../microsoft/samples/read-samples";
import { rowOf } from "./effects/row-of";
import type { Finding } from "./finding";
import { understand } from "./message/understand";
import { readFinding } from "./read-finding";

/** Every message of the samples, as Graph answers it, through the reading of the product. */
const samples = readSamples("messages");
const own = { senderAccountId: "mailbox", addresses: [ourMail.mailbox, ...ourMail.aliases] };
const now = new Date("2026-11-24T16:00:00Z");
let graph: CannedGraph;

beforeAll(async () => {
  graph = await cannedGraph((path) => {
    const sample = samples.find((one) => path.startsWith(`/me/messages/${one.message.id}`));
    if (!sample) return { status: 404, body: { error: { code: "ErrorItemNotFound", message: "" } } };
    if (!path.includes("/$value")) return { body: sample.message };
    if (!sample.mime) return { status: 500, body: { error: { code: "ErrorMimeContentConversionFailed", message: "" } } };
    return { text: sample.mime.join("\r\n") };
  });
});
afterAll(() => graph.end());

test.each(samples.map((sample) => [sample.id, sample] as const))("%s is what its sample says", async (_, sample) => {
  const message = await readMessage(graph.mailbox, sample.message.id);
  if (!message) throw new Error("the sample is gone");
  const finding = await readFinding(graph.mailbox, own, message, now);
  const { expected } = sample;
  if (expected.kind === "report") {
    expect(reported(finding)).toEqual(
      expected.class === "delivered"
        ? null
        : {
            kind: expected.class === "hard" ? "bounce" : "soft_bounce",
            recipient: expected.recipient,
            status: expected.status,
            ours: expected.class === "ours",
          },
    );
    return;
  }
  const us = { addresses: own.addresses, domains: [] };
  const { kind } = await understand(message, us, null);
  expect(kind === "ours" ? (finding === null ? "ours" : "told") : kindOf(finding)).toBe(expected.kind);
  expect(JSON.stringify(finding ?? "")).not.toContain("\\u0000");
});

const reported = (finding: Finding | null) => {
  if (!finding) return null;
  const { kind, statusCode: status } = rowOf(finding);
  const { understood, byExchange, keys } = finding;
  return {
    kind,
    recipient: keys.address,
    status,
    ours: understood.kind === "report" && understood.report.reach !== null && byExchange,
  };
};

/** What went to many counts as an answer only where one of our mails can be found by it. */
function kindOf(finding: Finding | null): string {
  if (!finding) return "other";
  const kind = finding.understood.kind === "meeting" ? "reply" : rowOf(finding).kind;
  if (!finding.isBulk) return kind;
  const { answers, conversationId, address } = finding.keys;
  const found = answers.includes(ourMail.messageId) || conversationId === ourMail.conversationId || address !== null;
  return found ? kind : "other";
}
