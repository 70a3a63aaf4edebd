import { outsidePerDay } from "./outside-per-day";

/** A refusal of Microsoft, and what we had counted of ours by then. `isAnswer`: told in answer to a mail, not in a report that came back for it. */
export type Lesson = { at: Date; used: number; isAnswer?: boolean };

/** What a team may send to others in any 24 hours. */
export type Budget = {
  licences: number;
  /** Whether somebody told the licences; else the mailboxes known here are counted, and there may be more. */
  isTold: boolean;
  mailboxes: number;
  /** What Microsoft allows, by the licences or by what it refused. */
  most: number;
  reservePercent: number;
  /** Left to people's own mail. */
  kept: number;
  /** What is left for ours: above it nothing leaves. */
  ours: number;
  /** The refusal that `most` follows, where it is lower than the licences say. */
  lesson: Lesson | null;
};

/**
 * The smallest limit that refusals of the last seven days tell of, and which of them; null where they tell of none below `most`. After a day a tenth of
 * `most` is tried in any case: one newsletter of others must not silence a team for a week. After an answer it is so from the beginning, because the
 * mailbox that got it rests, is tried again soon and rests longer each time.
 */
export function lowestLesson(lessons: readonly Lesson[], most: number, now: Date): { lesson: Lesson; most: number } | null {
  let lowest: { lesson: Lesson; most: number } | null = null;
  for (const lesson of lessons) {
    const age = now.getTime() - lesson.at.getTime();
    if (age >= lessonLivesMs) continue;
    const learned = age < dayMs && !lesson.isAnswer ? lesson.used : Math.max(lesson.used, Math.floor(most * leastShare));
    if (learned < (lowest?.most ?? most)) lowest = { lesson, most: learned };
  }
  return lowest;
}

/**
 * The budget by the team's licences and by what it learned. Others in the organisation send too, and we cannot count them: where Microsoft refused, what we
 * had sent by then is the limit for a week, by when whatever was special has passed. The reserve is taken off that as well, or the next day would
 * end the same way.
 */
export function teamBudget(
  team: { licences: number | null; mailboxes: number; reservePercent: number; lessons: readonly Lesson[] },
  now: Date,
): Budget {
  const licences = Math.max(1, team.licences ?? team.mailboxes);
  const formula = outsidePerDay(licences);
  const learned = lowestLesson(team.lessons, formula, now);
  const most = learned?.most ?? formula;
  const ours = Math.floor((most * (100 - team.reservePercent)) / 100);
  return {
    licences,
    isTold: team.licences !== null,
    mailboxes: team.mailboxes,
    most,
    reservePercent: team.reservePercent,
    kept: most - ours,
    ours,
    lesson: learned?.lesson ?? null,
  };
}

const dayMs = 24 * 3_600_000;
const lessonLivesMs = 7 * dayMs;
const leastShare = 0.1;
