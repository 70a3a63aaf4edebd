import type { Blame, Report } from "../understood";
import { plainlyRefused } from "./english-phrases";
import { type Cause, findCause, isFull } from "./find-cause";
import { fold } from "./fold";
import { isAboutOurAddress, judgeCode, judgeOwnCode } from "./judge-code";
import { stillTrying } from "./other-phrases";

/** What a report tells about one recipient. */
type Told = {
  /** RFC 3464 Action, lower-case; null without a part for machines. */
  action: string | null;
  status: string | null;
  /** What other servers said, the nearest first. */
  says: string[];
  /** The report's own words, without the mail it returns: first what stands beside the recipient, then all of them. */
  words: string[];
  /** The address that failed is not the one we wrote to. */
  isForwarded: boolean;
};

const good = new Set(["delivered", "relayed", "expanded"]);
const code = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g;
/** What a server says before it has heard of a recipient is about the sender. */
const beforeRecipient =
  /(?:after|in reply to|response to) (?:the )?(?:mail from|initial connection|ehlo|helo|connect)|>>> ?(?:mail from|helo|ehlo)[^\n]*\n<<< ?5/i;
const aboutRecipient = /<[^\s<>@]{1,64}@[^\s<>]{3,253}>[^\n]{0,20}relay|(?:after|in reply to) (?:the )?rcpt|>>> ?rcpt/i;
const relayDenied =
  /relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:allowed|permitted|authori[sz]ed)|prohibited)|(?:unable|not permitted|refus\w*|cannot) to relay|(?:do|does) not relay/i;
/** Some carriers take every recipient, and call those unknown who do not want the mail. */
const afterContent = /(?:after|in reply to) (?:the )?(?:end of )?data|>>> ?(?:data|\.)[ \t]*\r?\n<<< ?5/i;

/** Whom a report blames: codes, the other server's words and those around them decide together. */
export function judgeReport(told: Told): Pick<Report, "blames" | "reach"> {
  const { action, status, says } = told;
  if (good.has(action ?? "") || (action !== "failed" && status?.startsWith("2."))) return { blames: "delivered", reach: null };
  const own = codesIn(told)
    .map(judgeOwnCode)
    .find((one) => one?.reach);
  if (own) return own;
  const causes = says.map((one) => findCause(one, isForNow(one, says.length === 1 ? status : null)));
  if (causes.includes("held")) return { blames: "ours", reach: status?.startsWith("5.7.") ? "tenant" : "mailbox" };
  if (action === "delayed" || (action === null && isStillTried(told))) return { blames: "delayed", reach: null };
  if (told.isForwarded) return { blames: "forwarder", reach: null };
  return { blames: blameOf(told, causes), reach: null };
}

const isStillTried = ({ says, words }: Told) =>
  !says.some((one) => /^\W*5\d\d\b/.test(one)) && stillTrying.some((one) => one.test(fold(words.at(-1) ?? "")));

function blameOf(told: Told, causes: (Cause | null)[]): Blame {
  const { status, words } = told;
  const says = told.says.join("\n");
  // The edge of Exchange Online turns away addresses and domains that it has no mailbox for.
  if (status === "5.4.1" && /access denied/i.test(says)) return "address";
  const turnedAway = codesIn(told)
    .map(judgeOwnCode)
    .find((one) => one !== null);
  if (turnedAway) return turnedAway.blames;
  // A server that asks for a password takes us for somebody of its own.
  if (/^[^\w\n\r\u2028\u2029]*53[05][ -](?!.*resolver\.)/im.test(says)) return "ours";
  // Yahoo's words for a mail that its sender's domain does not vouch for.
  if (/5\.7\.9\b.{0,40}not accepted for policy reasons/i.test(says)) return "ours";
  const near = `${words[0] ?? ""}\n${says}`;
  // Its own server does not know the domain any more.
  if (relayDenied.test(says) && aboutRecipient.test(near) && !beforeRecipient.test(near)) return "address";
  const sure = (cause: Cause): Blame => {
    if (cause === "held") return "ours";
    if (cause !== "address") return cause;
    // Where the report's own words beside the recipient tell of a full mailbox, nobody is surely dead.
    if (isFull(words[0] ?? "")) return "for now";
    if (isAboutOurAddress(status ?? "") || beforeRecipient.test(near)) return "ours";
    return afterContent.test(near) && !/^5\.1/.test(status ?? "") && /^[^\w\n\r\u2028\u2029]*550 unknown user/im.test(says)
      ? "for now"
      : cause;
  };
  const cause = causes.find((one) => one !== null);
  if (cause) return sure(cause);
  if (status === "5.1.0" && /(?<!sender )address rejected/i.test(says)) return "address";
  if (/^[^\w\n\r\u2028\u2029]*55[0-4]\b[^:]{0,80}:? ?recipient (?:address )?rejected\.?\s*(?:\(in reply to rcpt|$)/im.test(says))
    return "address";
  const byCode = status && judgeCode(status);
  // Refused without a reason says less than the code of a dead address, and more than any other.
  if (byCode !== "address" && byCode !== "ours" && !isTemporary(status ?? "") && isPlainlyRefused(says)) return "policy";
  if (byCode) return byCode;
  for (const some of words) {
    const found = findCause(some, isTemporary(status ?? ""));
    if (found) return sure(found);
  }
  return isPlainlyRefused(words[0] ?? "") ? "policy" : "for now";
}

const isPlainlyRefused = (text: string) => plainlyRefused.some((one) => one.test(fold(text)));

const codesIn = ({ status, says }: Told) => [...(status ? [status] : []), ...says.flatMap((one) => one.match(code) ?? [])];

/** Who was called unknown until the server gave up is not there, although its code promised more. */
const isForNow = (reply: string, status: string | null) =>
  !/^\W*4\d\d[ -]4\.1\.[1-3]\b/.test(reply) && (isTemporary(reply) || isTemporary(status ?? ""));

/** Whether a reply of SMTP or a code begins with 4. */
const isTemporary = (text: string) => /^[^\d]{0,40}(?:4\d\d[ -]|4\.\d{1,3}\.\d{1,3}(?![\d.]))/.test(text);
