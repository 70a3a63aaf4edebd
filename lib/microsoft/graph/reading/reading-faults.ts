import { GraphError } from "@microsoft/microsoft-graph-client";

/** Exchange never gives these out: trying again is a formality. */
const forEver = new Set([
  "ErrorContentConversionFailed",
  "ErrorCorruptData",
  "ErrorMimeContentConversionFailed",
  "ErrorUnsupportedMimeConversion",
  "ErrorInvalidIdMalformed",
]);
/** A mailbox that is busy, on the move or shut for a while: no single item is at fault. */
const ofTheMailbox =
  /^(ErrorServerBusy|ErrorMailboxStoreUnavailable|MailboxInfoStale|ErrorMailboxMoveInProgress|ErrorApiQuarantined|ErrorQuotaExceeded|ErrorTooManyObjectsOpened|ApplicationThrottled)$/i;

/** 200 with an error in the midst of the answer: the JSON is cut off. */
const incomplete = { code: "IncompleteAnswer", forEver: false };

export type ItemFault = { code: string; forEver: boolean };

/** There is no mailbox that Graph could read: no licence, a guest, or a server of their own. */
export function isMailboxMissing(code: string | null): boolean {
  return /^Mailbox(NotEnabled|NotSupported)ForRESTAPI$/i.test(code ?? "");
}

/**
 * What one item made its reading fail with; null where the fault is the mailbox's, the network's or the token's. One code stands for a
 * passing fault and for a broken item, so only the number of tries tells them apart.
 */
export function itemFault(error: unknown): ItemFault | null {
  if (error instanceof SyntaxError) return incomplete;
  if (!(error instanceof GraphError)) return null;
  const { statusCode: status } = error;
  const code = error.code ?? "";
  if (forEver.has(code)) return { code, forEver: true };
  if (code === "SyntaxError") return incomplete;
  if (code === "TimeoutError") return { code, forEver: false };
  const whole = status < 400 || [401, 404, 409, 410, 429, 503, 509].includes(status);
  if (whole || ofTheMailbox.test(code) || isMailboxMissing(code)) return null;
  return { code: code || `HTTP ${status}`, forEver: false };
}

/** The same for a page of a list: a refusal is about the question or the mailbox, never about an item in it. */
export function pageFault(error: unknown): ItemFault | null {
  const isRefusal = error instanceof GraphError && error.statusCode >= 400 && error.statusCode < 500;
  return isRefusal ? null : itemFault(error);
}

/** Whether a call failed at Graph or on the way to it, where its answer may be cut off, and not in our own code. */
export function isGraphError(error: unknown): boolean {
  return error instanceof GraphError || error instanceof SyntaxError;
}
