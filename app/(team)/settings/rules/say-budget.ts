import type { Budget } from "@/lib/limits/team-budget";
import type { OutsideLimit } from "@/lib/sending/health/read-limits";
import type { Learned } from "@/lib/sending/health/read-team-limits";

const number = (count: number) => count.toLocaleString("en");

/** The page's first sentence: what may leave, or that nothing more may. */
export function sayVerdict({ used, budget }: OutsideLimit): string {
  return used >= budget.ours
    ? "The team’s budget is used up"
    : `At most ${number(budget.ours)} mails to others leave in any 24 hours`;
}

/** Where the number comes from, under the bar. */
export function sayWhere({ licences, isTold, mailboxes, kept, lesson, most }: Budget): string {
  const from = lesson
    ? `Microsoft refused at ${number(lesson.used)}: others in your organisation send too`
    : isTold
      ? `for ${licences === 1 ? "one licence" : `${number(licences)} licences`}`
      : mailboxes === 0
        ? "for one licence, as nobody told how many there are"
        : `for ${mailboxes === 1 ? "the one mailbox" : `the ${number(mailboxes)} mailboxes`} known here, as nobody told the licences`;
  return kept > 0 && most > 0 ? `${from}, ${number(kept)} kept for people’s own mail` : from;
}

/** What a refusal taught. */
export function sayLesson({ kind, used, email, code }: Learned): string {
  const what = kind === "outside" ? "The organisation’s limit" : `The day of ${email}`;
  return `${what} was reached at ${number(used)} of ours (${code}). Somebody else sends too, so this is the limit for seven days.`;
}
