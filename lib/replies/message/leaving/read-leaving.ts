import { hasMachineHeaders } from "../automatic/signs/machine-headers";
import { machineSubject } from "../automatic/signs/machine-subject";
import { header, type ReceivedMessage } from "../received-message";
import { isBareToken, tokenInSubject } from "./token-in-subject";

/**
 * The token of whoever a mail program unsubscribes by this message; null where it is no such mail. What answers by itself and quotes the
 * subject unsubscribes nobody. Words do not tell here: Gmail's own mail calls itself automatically generated.
 */
export function readLeaving(message: ReceivedMessage): string | null {
  const token = tokenInSubject(message.subject);
  return token !== null && !isAnswer(message) ? token : null;
}

/**
 * Whether a machine answers. Apple's program marks what it writes as an answer, and by a header of its own as the mail that unsubscribes
 * (recorded: sisimai/set-of-emails#26, arf-26.eml). Others may say that no person typed it: that is so, and their subject is ours alone.
 */
function isAnswer(message: ReceivedMessage): boolean {
  const kind = (message.messageClass ?? "").toLowerCase();
  if (/^(ipm\.note\.rules\.|report\.|ipm\.outlook\.recall|ipm\.schedule\.)/.test(kind)) return true;
  if (/^true$/i.test((header(message, "x-apple-unsubscribe") ?? "").trim())) return false;
  if (machineSubject(message.subject) === "sure") return true;
  if (/^auto-replied\b/i.test((header(message, "auto-submitted") ?? "").trim())) return true;
  return hasMachineHeaders(message) && !(isGenerated(message) && isBareToken(message.subject));
}

const isGenerated = (message: ReceivedMessage) => /^auto-generated\b/i.test((header(message, "auto-submitted") ?? "").trim());
