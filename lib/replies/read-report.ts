import PostalMime from "postal-mime";

/** A delivery report. */
export type Report = {
  /** RFC 3464 Action: failed, delayed, delivered, relayed, expanded. */
  action: string;
  /** RFC 3463 status such as 5.1.10, or null. */
  status: string | null;
  recipient: string | null;
  /** Message-ID of the mail it is about. */
  originalMessageId: string | null;
};

/** Reads the machine-readable part of a report (RFC 3464) out of its raw MIME text; null when there is none. */
export async function readReport(mime: string): Promise<Report | null> {
  const parsed = await PostalMime.parse(mime, { attachmentEncoding: "utf8" });
  const part = (type: RegExp) => parsed.attachments.find((one) => type.test(one.mimeType))?.content;
  const status = text(part(/^message\/delivery-status$/i)) ?? blockIn(mime);
  if (!status) return null;
  const original = text(part(/^(message\/rfc822|text\/rfc822-headers)$/i)) ?? mime.slice(mime.search(/final-recipient/i));
  const fields = unfold(status);
  const recipient = field(fields, "final-recipient") ?? field(fields, "original-recipient");
  return {
    action: (field(fields, "action") ?? "failed").toLowerCase(),
    status: field(fields, "status")?.match(/\d\.\d{1,3}\.\d{1,3}/)?.[0] ?? null,
    recipient:
      recipient
        ?.replace(/^rfc822;\s*/i, "")
        .replace(/[<>]/g, "")
        .trim()
        .toLowerCase() ?? null,
    originalMessageId: field(unfold(original), "message-id")?.match(/<[^<>\s]+>/)?.[0] ?? null,
  };
}

/**
 * What a report means for the address. Status classes after RFC 3463 and Exchange Online's table:
 * only a dead address or domain is final; policy refusals (5.7.x) are about the sender, 5.2.2 is a full mailbox.
 */
export function isDeadAddress(report: Report): boolean {
  if (report.action !== "failed" || !report.status?.startsWith("5.")) return false;
  return /^5\.(1\.(0|1|2|3|6|10)|2\.1|4\.(1|4|310))$/.test(report.status);
}

function text(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  if (content instanceof ArrayBuffer) return new TextDecoder().decode(content);
  if (content instanceof Uint8Array) return new TextDecoder().decode(content);
  return undefined;
}

/** Some senders mislabel the part; the block is still there in plain text. */
function blockIn(mime: string): string | undefined {
  const start = mime.search(/^(final|original)-recipient:/im);
  return start < 0 ? undefined : mime.slice(start, start + 4000);
}

function unfold(block: string) {
  return block.replace(/\r?\n[ \t]+/g, " ");
}

function field(block: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(block)?.[1]?.trim();
}
