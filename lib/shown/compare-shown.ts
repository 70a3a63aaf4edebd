import type { AnswerRules, SendingRules } from "../schedule/types";
import { answersOf, type Shown, type ShownStep, type Who } from "./read-shown";

/**
 * What decides otherwise now than when it was shown, each as a sentence that names who changed it; empty where all that leaves is the
 * same. Names of steps and lists decide nothing, so renaming them is no difference.
 * @param readerId the member who was shown, who is "You" in the sentences.
 */
export function compareShown(before: Shown, now: Shown, readerId: string | null): string[] {
  const say = sayFor(readerId);
  const differences = [...compareSteps(before, now, say)];
  if (before.reviewMode !== now.reviewMode)
    differences.push(
      say(
        now.by,
        `switched the campaign to: ${now.reviewMode === "launch" ? "launching signs the templates" : "each mail is signed by hand"}`,
      ),
    );
  if (before.list?.id !== now.list?.id)
    differences.push(say(now.by, now.list ? `chose another list, ${now.list.name}` : "took the list away"));
  differences.push(...compareRules(before.rules, now.rules).map((what) => say(now.rulesBy, what)));
  differences.push(...compareAnswers(answersOf(before), answersOf(now)).map((what) => say(now.rulesBy, what)));
  if (before.mailbox?.id !== now.mailbox?.id)
    differences.push(say(now.by, now.mailbox ? `chose another mailbox, ${now.mailbox.email}` : "took the mailbox away"));
  else if (now.mailbox && before.mailbox) {
    const { email, name, block, blockBy } = now.mailbox;
    if (block !== before.mailbox.block) differences.push(say(blockBy, `changed the signature block of ${email}`));
    // Microsoft 365 names both, when the mailbox is connected or its address corrected.
    if (email !== before.mailbox.email) differences.push(`The address of ${before.mailbox.email} was corrected to ${email}.`);
    if (name !== before.mailbox.name) differences.push(`The sender’s name was changed from ${before.mailbox.name} to ${name}.`);
  }
  if (before.team.name !== now.team.name) differences.push(say(now.team.by, `changed the team’s name to ${now.team.name}`));
  if (before.team.postalAddress !== now.team.postalAddress)
    differences.push(say(now.team.by, "changed the team’s postal address"));
  return differences;
}

type Say = (who: Who, what: string) => string;

/** "Ben Okafor changed …", "You changed …". */
export function sayFor(readerId: string | null): Say {
  return (who, what) => `${who === null ? "Somebody" : who.id === readerId ? "You" : who.name} ${what}.`;
}

function compareSteps(before: Shown, now: Shown, say: Say): string[] {
  const was = new Map(before.steps.map((step) => [step.id, step]));
  const is = new Set(now.steps.map((step) => step.id));
  const removed = before.steps.filter((step) => !is.has(step.id)).map((step) => say(now.by, `removed ${nameStep(step)}`));
  const changed = now.steps.flatMap((step) => {
    const old = was.get(step.id);
    if (!old) return [say(step.by, `added ${nameStep(step)}`)];
    const what: string[] = [];
    if (old.text !== step.text) what.push(`changed the text of ${nameStep(step)}`);
    if (old.writtenBy !== step.writtenBy)
      what.push(`has ${nameStep(step)} written ${step.writtenBy === "model" ? "by a model" : "from its template"}`);
    const { days, hours, minutes } = step.delay;
    if (old.delay.days !== days || old.delay.hours !== hours || old.delay.minutes !== minutes)
      what.push(`changed the delay before ${nameStep(step)}`);
    return what.map((one) => say(step.by, one));
  });
  const kept = (steps: ShownStep[], of: (id: string) => boolean) => steps.filter(({ id }) => of(id)).map(({ id }) => id);
  const moved =
    kept(before.steps, (id) => is.has(id)).join() === kept(now.steps, (id) => was.has(id)).join()
      ? []
      : [say(now.by, "put the steps into another order")];
  return [...removed, ...changed, ...moved];
}

const nameStep = (step: ShownStep) => `step ${step.order}, ${step.name}`;

/** What somebody did to the rules, each as it goes on after their name. */
function compareRules(before: SendingRules, now: SendingRules): string[] {
  const what: string[] = [];
  if (before.windowStart !== now.windowStart || before.windowEnd !== now.windowEnd)
    what.push(`changed the hours to ${clock(now.windowStart)} to ${clock(now.windowEnd)}`);
  if ([...before.days].sort().join() !== [...now.days].sort().join())
    what.push(`changed the days to ${now.days.map(day).join(", ")}`);
  if (before.timeZone !== now.timeZone) what.push(`changed the time zone to ${now.timeZone}`);
  if (before.dailyLimit !== now.dailyLimit) what.push(`changed the daily limit to ${now.dailyLimit}`);
  if (before.spacingSeconds !== now.spacingSeconds) what.push(`changed the spacing to ${now.spacingSeconds} s`);
  return what;
}

function compareAnswers(before: AnswerRules, now: AnswerRules): string[] {
  const what: string[] = [];
  if (before.replyStops !== now.replyStops)
    what.push(`had an answer stop ${now.replyStops === "company" ? "everybody of their company" : "the person alone"}`);
  if (before.awayDays !== now.awayDays)
    what.push(`changed how long who is away without a date waits, to ${now.awayDays === 1 ? "1 day" : `${now.awayDays} days`}`);
  return what;
}

/** "09:00:00" as "9:00". */
const clock = (time: string) => time.slice(0, 5).replace(/^0/, "");
const day = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`;
