import type { Mailbox } from "../microsoft/graph/clients";
import { type InboxMessage, readMime } from "../microsoft/graph/read-message";
import { answeredIds, classifyMessage } from "./classify-message";
import { isDeadAddress, readReport } from "./read-report";
import type { Finding } from "./record-message";

/**
 * What a message of the inbox means for a campaign; null for our own mail and reports that say nothing.
 * @throws what reading a report's raw text throws.
 */
export async function readFinding(
  mailbox: Mailbox,
  own: { senderAccountId: string; email: string },
  message: InboxMessage,
): Promise<Finding | null> {
  const kind = classifyMessage(message, own.email);
  if (kind === "own") return null;
  const told = {
    internetMessageId: message.internetMessageId,
    graphId: message.graphId,
    fromEmail: message.from,
    subject: message.subject,
    snippet: message.snippet,
    receivedAt: message.receivedAt,
  };
  const keys = {
    senderAccountId: own.senderAccountId,
    answers: answeredIds(message),
    conversationId: message.conversationId,
    address: message.from,
    subject: message.subject,
    report: false,
  };
  if (kind !== "report") return { ...told, kind, keys, statusCode: null };
  const mime = await readMime(mailbox, message.graphId);
  const report = mime ? await readReport(mime) : null;
  if (!report || ["delivered", "relayed", "expanded"].includes(report.action)) return null;
  const answers = report.originalMessageId ? [report.originalMessageId, ...keys.answers] : keys.answers;
  return {
    ...told,
    kind: isDeadAddress(report) ? "bounce" : "soft_bounce",
    keys: { ...keys, answers, address: report.recipient, report: true },
    statusCode: report.status,
  };
}
