import type { Scope } from "@/db/access/with-team";
import { log } from "../../log/log";
import type { Mailbox } from "../../microsoft/graph/clients";
import { readMessage } from "../../microsoft/graph/reading/read-message";
import { type ItemFault, itemFault } from "../../microsoft/graph/reading/reading-faults";
import { readFinding } from "../read-finding";
import { recordMessage } from "../record-message";
import type { OwnMailbox } from "./read-own";
import { setAside, takeBack } from "./set-aside";

/** Broken for ever, says Exchange: three looks in three minutes. */
const surePauses = [60, 120];

export type Taken = {
  read: boolean;
  written: boolean;
  /**
   * False where Exchange has yet to find the conversation, and where it does not find the message, which may be on its way to another
   * folder: the lists tell of it again.
   */
  complete: boolean;
  receivedAt: Date | null;
  /** What it failed with, where the message or the whole mailbox may be at fault. Nothing is noted of it yet. */
  doubt: Doubt | null;
};
export type Doubt = { code: string; error: unknown };
const nothing: Taken = { read: false, written: false, complete: true, receivedAt: null, doubt: null };
const missing: Taken = { ...nothing, complete: false };

/**
 * Reads one message and writes what it means. One that surely cannot be read or kept is set aside, so that it never hides those behind
 * it.
 * @throws what is the mailbox's, the network's or the database's fault.
 */
export async function takeIn(
  scope: Scope,
  own: OwnMailbox,
  mailbox: Mailbox,
  graphId: string,
  now: Date,
  isRetry = false,
): Promise<Taken> {
  try {
    const taken = await understand(scope, own, mailbox, graphId, now);
    if (isRetry) await takeBack(scope, own.senderAccountId, graphId);
    return taken;
  } catch (error) {
    const fault = itemFault(error) ?? keepingFault(error);
    if (!fault) throw error;
    if (!fault.forEver) return { ...nothing, doubt: { code: fault.code, error } };
    await setAside(scope, own.senderAccountId, graphId, { code: fault.code, pauses: surePauses }, now);
    return nothing;
  }
}

async function understand(scope: Scope, own: OwnMailbox, mailbox: Mailbox, graphId: string, now: Date): Promise<Taken> {
  const message = await readMessage(mailbox, graphId);
  if (!message) return missing;
  const finding = await readFinding(mailbox, own, message, now);
  const written = finding !== null && (await recordMessage(scope.teamId, finding, now));
  return { read: true, written, complete: message.conversationId !== null, receivedAt: message.receivedAt, doubt: null };
}

/** A message that our own code or the database cannot take is no reason to stop for ever either. */
function keepingFault(error: unknown): ItemFault | null {
  if (!(error instanceof Error)) return null;
  const cause: unknown = error.cause ?? error;
  const state = (cause as { code?: unknown }).code;
  // What it holds is no value for a column, breaks a rule of one, or is too long for an index.
  const refused = typeof state === "string" && /^(2[23]|54)[0-9A-Z]{3}$/.test(state);
  if (!refused && !(error instanceof TypeError || error instanceof RangeError)) return null;
  log.error({ err: { name: error.name, stack: error.stack, code: state } }, "a message could not be taken in");
  return { code: refused ? `SQL ${state}` : error.name, forEver: true };
}
