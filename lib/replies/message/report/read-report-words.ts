import type { Report } from "./report";

/** Where a report ends and the mail it returns begins. */
const copyBegins =
  /^[ \t]{0,9}-{2,40}[^\n]{0,80}(original message|copy of (the|your) message|below this line|returned message)|^received: ?from /im;
const longest = 20_000;

/**
 * Reads a report that has no part for machines, as Exim, qmail, Zoho and old Exchange servers write it: the first address is the one that
 * failed, and the code stands behind the three digits of SMTP or a mark.
 * @returns null when it tells of no address and no code.
 */
export function readReportWords(words: string, failed: string | null = null): Report | null {
  const whole = words.slice(0, longest);
  const copy = whole.search(copyBegins);
  const told = copy < 0 ? whole : whole.slice(0, copy);
  const recipient = failed ?? told.match(/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+/i)?.[0] ?? null;
  const status = codeIn(told);
  if (!recipient && !status) return null;
  return {
    action: /has been delayed|not yet been delivered|will be retried|attempts will continue/i.test(told) ? "delayed" : "failed",
    status,
    recipient: recipient?.toLowerCase() ?? null,
    originalMessageId: [...whole.matchAll(/^message-id:\s*(<[^<>\s]+>)/gim)].at(-1)?.[1] ?? null,
    says: told,
  };
}

function codeIn(told: string): string | null {
  const behindSmtp = /\b[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(told);
  const behindMark = /[#:(]\s?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(told);
  return behindSmtp?.[1] ?? behindMark?.[1] ?? null;
}
