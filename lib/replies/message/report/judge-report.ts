import type { Report } from "./report";

/** `hard` ends an address, `soft` does not, `ours`: our own mailbox or organisation may not send, `delivered` is good news. */
export type Verdict = "hard" | "soft" | "ours" | "delivered";

/** Codes by which Exchange Online says that our own account is held back; where words decide, the code means something else too. */
const aboutUs: Record<string, RegExp> = {
  "5.1.8": /bad outbound sender/i,
  "5.1.90": /./s,
  "5.2.2": /submission quota/i,
  "5.7.233": /./s,
  "5.7.705": /./s,
  "5.7.708": /./s,
};
/** Only a dead address or domain is final: RFC 3463 and Exchange Online's own table. */
const dead = /^5\.(1\.(0|1|2|3|6|10|351)|2\.1|4\.(1|4|310))$/;
/** Under any code these are about us or our way of sending, and the address is sound. */
const refusesUs =
  /\b(spf|dkim|dmarc|spam|block(ed|list)|black ?list(ed)?|banned|reputation|not allowed to send|sender (address )?(rejected|denied))\b/i;
const unknownAddress =
  /unknown (user|recipient|address|mailbox)|(user|recipient|address|mailbox|account)( name)? (is )?(unknown|invalid|not (found|recogni[sz]ed))|no such (user|recipient|address|mailbox)|no mailbox here|does(n't| not) exist|couldn't be found|invalid address/i;
const full = /quota|mailbox (is )?full|over ?quota|insufficient (storage|space)/i;

/** What a report means for the address it names. */
export function judgeReport({ action, status, says }: Report): Verdict {
  if (["delivered", "relayed", "expanded"].includes(action)) return "delivered";
  if (aboutUs[status ?? ""]?.test(says)) return "ours";
  if (action !== "failed" || refusesUs.test(says)) return "soft";
  // Without a code, or with one that says nothing, the words decide.
  if (status === null || status === "5.0.0") return unknownAddress.test(says) && !full.test(says) ? "hard" : "soft";
  return dead.test(status) ? "hard" : "soft";
}
