import { sayFor } from "./compare-shown";
import { completeDigest, type DigestPart, digestParts, digestShown } from "./digest-shown";
import type { Shown, Who } from "./read-shown";

/**
 * What decides otherwise now than when that digest was made, each as a sentence that names who changed it last.
 * @param readerId the member who was shown, who is "You" in the sentences.
 */
export function compareDigest(digest: string, now: Shown, readerId: string | null): string[] {
  const say = sayFor(readerId);
  const was = completeDigest(digest);
  const is = digestShown(now).split(".");
  const latest = now.steps.findLast((step) => step.by !== null);
  const words: Record<DigestPart, [Who, string]> = {
    texts: [latest?.by ?? now.by, "changed its steps"],
    mode: [now.by, "changed who signs its mails"],
    list: [now.by, "chose another list"],
    rules: [now.rulesBy, "changed its hours, days or pace"],
    mailbox: [
      now.mailbox?.blockBy ?? null,
      `changed the name, address or signature block of ${now.mailbox?.email ?? "its mailbox"}`,
    ],
    team: [now.team.by, "changed the team’s name or postal address"],
    answers: [now.rulesBy, "changed whom an answer stops, or how long who is away waits"],
  };
  return digestParts.filter((_, place) => was[place] !== is[place]).map((part) => say(...words[part]));
}
