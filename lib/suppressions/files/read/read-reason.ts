import { type SuppressionReason, suppressionReasons } from "@/db/schema/words";

/**
 * Words of other programs for why somebody gets no mail, in English, German and French; the first that fits. Mailchimp calls a dead address
 * "cleaned", HubSpot heads a column "Portal Spam Report", Postmark says "HardBounce", Woodpecker "OPT-OUT" and "BLACKLISTED".
 */
const words: [SuppressionReason, RegExp][] = [
  ["unsubscribed", /unsub|opt(?:ed)?[\s_-]*out|abgemeldet|abmeld|abbestell|austrag|ausgetragen|d[eé]sabonn|d[eé]sinscri/],
  ["complained", /complain|spam|abuse|beschwer|plainte|junk/],
  ["asked in a reply", /asked/],
  ["bounced", /bounc|clean|invalid|undeliver|dead|does not exist|unzustellbar|ung[uü]ltig|rebond|rejet|inexist|invalide/],
  [
    "by hand",
    /by hand|manual|black[\s_-]?list|block[\s_-]?list|blocked|do[\s_-]?not|\bdnc\b|suppress|sperr|von hand|liste noire/,
  ],
];

const known = new Map<string, SuppressionReason | null>(suppressionReasons.map((reason) => [reason, reason]));
const mostKnown = 5_000;

/** Which of our reasons a cell, a column's head or a file's name speaks of; null where it speaks of none. */
export function readReason(text: string): SuppressionReason | null {
  const plain = text.trim().toLowerCase();
  if (plain === "") return null;
  const before = known.get(plain);
  if (before !== undefined) return before;
  const found = words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  // The same few words stand in every row.
  if (known.size < mostKnown) known.set(plain, found);
  return found;
}
