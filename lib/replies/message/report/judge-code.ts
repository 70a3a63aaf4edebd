import type { Blame, Report } from "../understood";

type Verdict = { blames: Blame; reach: Report["reach"] };

const inRange = (status: string, from: number, to: number) => {
  const [, subject, detail] = status.split(".").map(Number);
  return subject === 7 && detail !== undefined && detail >= from && detail <= to;
};

/**
 * Codes by which Exchange Online holds our own side back, whatever else is said: Microsoft's table of non-delivery reports. Where another
 * organisation's Exchange turns our server or domain away (5.7.509, 5.7.606 and others) nothing is held, so that nobody is out of `reach`.
 */
export function judgeOwnCode(status: string): Verdict | null {
  if (!status.startsWith("5.")) return null;
  // 5.7.60: the mailbox may not send in this name.
  if (status === "5.1.90" || status === "5.7.60" || inRange(status, 501, 503)) return { blames: "ours", reach: "mailbox" };
  // Block lists of the recipient (5.7.507, 5.7.513), and one of our own organisation that names the recipient (5.7.703).
  if (["5.7.507", "5.7.513", "5.7.703"].includes(status)) return { blames: "policy", reach: null };
  if (inRange(status, 232, 233) || inRange(status, 700, 750)) return { blames: "ours", reach: "tenant" };
  const turnsUsAway = [57, 64, 506, 508, 509, 511, 512, 515].some((detail) => inRange(status, detail, detail));
  if (turnsUsAway || inRange(status, 20, 26) || inRange(status, 606, 649)) return { blames: "ours", reach: null };
  return null;
}

const dead = /^5\.(1\.(1|2|3|4|6|10|351)|2\.1|4\.(4|310)|7\.(17|18))$/;
/** Codes about the sender, whatever words stand beside them. */
export const isAboutOurAddress = (status: string) => /^5\.1\.[78]$/.test(status);
const aboutOurAddress = /^5\.(1\.(7|8)|7\.(8|27|28|29))$/;
const rules = /^5\.(2\.3|3\.4|6\.\d+|7\.\d+)$/;

/** What a code says by itself, where no words do: RFC 3463, 5248, 7372, 7505 and Exchange's own. */
export function judgeCode(status: string): Blame | null {
  if (dead.test(status)) return "address";
  if (aboutOurAddress.test(status)) return "ours";
  if (status === "5.7.520") return "forwarder";
  if (rules.test(status)) return "policy";
  if (/^4\./.test(status) || /^5\.(2\.(0|2|4|\d{2,3})|3\.\d+|4\.\d+)$/.test(status)) return "for now";
  return null;
}
