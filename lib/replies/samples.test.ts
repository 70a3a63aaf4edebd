import { afterAll, beforeAll, expect, test } from "vitest";
import { type InboxMessage, readMessage } from "../microsoft/graph/read-message";
import { type CannedGraph, cannedGraph } from "../microsoft/graph/testing/canned-graph";
import { ourMail, readSamples } from "../microsoft/samples/read-samples";
import { wentToMany } from "./message/is-notice";
import { isOurs } from "./message/is-ours";
import { needsRaw } from "./message/understand";
import { readFinding } from "./read-finding";
import type { Finding } from "./record-message";

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
    expect(needsRaw(message)).toBe(true);
    expect(reported(finding)).toEqual(
      expected.class === "delivered"
        ? null
        : {
            kind: expected.class === "hard" ? "bounce" : "soft_bounce",
            recipient: expected.recipient,
            status: expected.status,
            ownTrouble: expected.class === "ours" ? expected.status : null,
          },
    );
    return;
  }
  expect(kindOf(message, finding)).toBe(expected.kind);
  expect(JSON.stringify(finding ?? "")).not.toContain("\\u0000");
});

const reported = (finding: Finding | null) =>
  finding && {
    kind: finding.kind,
    recipient: finding.keys.address,
    status: finding.statusCode,
    ownTrouble: finding.ownTrouble,
  };

/** What went to many counts as an answer only where one of our mails can be found by it. */
function kindOf(message: InboxMessage, finding: Finding | null): string {
  if (!finding) return isOurs(message.from, { addresses: own.addresses, domains: [] }) ? "ours" : "other";
  if (!wentToMany(message)) return finding.kind;
  const { answers, conversationId, address } = finding.keys;
  const found = answers.includes(ourMail.messageId) || conversationId === ourMail.conversationId || address !== null;
  return found ? finding.kind : "other";
}
