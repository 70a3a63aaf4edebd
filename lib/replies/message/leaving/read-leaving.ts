import { isAutomatic } from "../automatic/is-automatic";
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
 * (recorded: sisimai/set-of-emails#26, arf-26.eml). A subject with nothing but the token answers nothing of ours, whatever its program says
 * of itself, and what a rule hands on is no answer of the rule.
 */
function isAnswer(message: ReceivedMessage): boolean {
  const { subject } = message;
  const kind = (message.messageClass ?? "").toLowerCase();
  if (/^(ipm\.note\.rules\.|report\.|ipm\.outlook\.recall|ipm\.schedule\.)/.test(kind)) return true;
  if (/^true$/i.test((header(message, "x-apple-unsubscribe") ?? "").trim())) return false;
  if (machineSubject(subject) === "sure" || /^auto-replied\b/i.test((header(message, "auto-submitted") ?? "").trim()))
    return true;
  return !isBareToken(subject) && !handedOn.test(subject) && isAutomatic(message);
}

/** What programs put before the subject of what they hand on. */
const handedOn = /^\s*(?:fwd?|wg|tr|rv|enc|i|vb|vs|vl|pd|doorst|转发|轉寄|転送|전달)\s*[:：]/i;
