import { sayCount, spell } from "@/app/ui/words/count-words";
import type { LetterMail, LetterView } from "@/lib/letters/letter";

type Leave = LetterView["leave"];

/** Those that a signature now would be for. */
export const toSign = (mails: LetterMail[]) => mails.filter((mail) => mail.state === "draft");

/** "9:00", however it was kept. */
export const clockOf = (time: string | null) =>
  (time ?? "9:00")
    .replace(/^0(?=\d:)/, "")
    .slice(0, 5)
    .replace(/:$/, "");

/** "2026-11-24" as "today", "Tue 24 Nov", with the year where it is another. @param today the day of whoever reads, in the same form. */
export function sayDay(day: string, today: string): string {
  if (day === today) return "today";
  const at = new Date(`${day}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => at.toLocaleDateString("en-GB", { ...options, timeZone: "UTC" });
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return `${part({ weekday: "short" })} ${part({ day: "numeric" })} ${part({ month: "short" })}${year}`;
}

/** Why a mail cannot leave on a day as a field gives it; null where it can. */
export function sayWrongDay(day: string, today: string): string | null {
  // A field for days gives years of five digits and more, too.
  if (day.indexOf("-") > 4) return "Write the year with four digits.";
  return day >= today ? null : "Choose today or a day ahead.";
}

/** The words of the button that signs. */
export function sayButton(given: { mails: LetterMail[]; leave: Leave; resumes: boolean; today: string }): string {
  const { mails, leave, resumes, today } = given;
  const some = mails.length > 1 ? ` ${mails.length}` : "";
  const verb = mails.length > 1 ? "leave" : "leaves";
  if (resumes) return `Sign${some}, ${verb} when sending resumes`;
  const isPassed = leave.kind === "at" && mails.every((mail) => mail.leaves?.instead === "passed");
  if (leave.kind === "now" || mails.length === 0 || isPassed) return `Sign and send${some} now`;
  if (leave.kind === "at") {
    const clock = clockOf(leave.time);
    if (!leave.day || leave.day === today) return `Sign${some}, ${verb} ${clock}`;
    return `Sign${some}, ${verb} ${dayWord(leave.day, today)} ${clock}`;
  }
  const times = [...new Set(mails.map((mail) => mail.leaves?.here))];
  const first = earliest(mails)?.leaves;
  if (!first) return `Sign${some}`;
  return `Sign${some}, ${verb} ${times.length > 1 ? "from " : ""}${shorten(first, today)}`;
}

/** What the choice amounts to, in a sentence or two; `early`: it is before nine, or a weekend, for somebody. */
export function sayLeave(mails: LetterMail[], leave: Leave): { words: string; early: boolean; never: boolean } {
  const nothing = { early: false, never: false };
  if (mails.length === 0) return { words: "", ...nothing };
  const all = mails.length === 1 ? "It leaves" : mails.length === 2 ? "Both leave" : `All ${spell(mails.length)} leave`;
  if (mails.some((mail) => !mail.leaves)) {
    return { words: "The team’s hours never open, so there is no good time. Choose a time.", early: false, never: true };
  }
  const early = mails.some((mail) => mail.leaves?.isEarly);
  if (leave.kind === "now") {
    const towns = clocks(mails, (town, there) => `In ${town} it is ${there}.`);
    // A clock before nine says by itself why it is amber.
    const why = sayWhyEarly(mails);
    const words = why && (why === "a weekend" || towns.length === 0) ? [`It is ${why}${towns.length > 0 ? " there" : ""}.`] : [];
    return { words: [`${all} within a minute.`, ...towns, ...words].join(" "), early, never: false };
  }
  if (leave.kind === "good") {
    const times = [...new Set(mails.map((mail) => mail.leaves?.here))];
    const last = mails.reduce((late, mail) => ((mail.leaves?.at ?? "") > (late.leaves?.at ?? "") ? mail : late));
    const said =
      times.length === 1
        ? `${all} ${times[0]}.`
        : `The first leaves ${earliest(mails)?.leaves?.here}, the last ${last.leaves?.here}.`;
    return { words: [said, ...clocks(mails, (town, there) => `That is ${there} in ${town}.`)].join(" "), early, never: false };
  }
  const far = clocks(mails, (town, there, here) =>
    leave.zone === "reader" ? `${dropDay(here, leave.day)} here for ${town}` : `${there} in ${town}`,
  );
  const why = sayWhyEarly(mails);
  const words = why && (why === "a weekend" || far.length === 0) ? [...far, why] : far;
  const other = sayInstead(mails, leave);
  return { words: [...other, words.join(", ")].filter(Boolean).join(" "), early: early || other.length > 0, never: false };
}

/** Who chose a time that is over, or that the clocks skip, is told before they sign when it leaves instead. */
function sayInstead(mails: LetterMail[], leave: Leave): string[] {
  const clock = clockOf(leave.time);
  const [passed, skipped] = (["passed", "skipped"] as const).map((why) => mails.filter(({ leaves }) => leaves?.instead === why));
  const said = (some: LetterMail[] = [], one: string, all: string) => {
    if (some.length === 0) return [];
    return [
      some.length < mails.length
        ? `${spell(some.length)} of them ${some.length === 1 ? one : all}`
        : some.length === 1
          ? `it ${one}`
          : `all ${all}`,
    ];
  };
  return [
    ...said(passed, "leaves at once.", "leave at once.").map((who) => `${clock} has passed, so ${who}`),
    ...said(skipped, "leaves as much later.", "leave as much later.").map(
      (who) => `The clocks skip ${clock} that day, so ${who}`,
    ),
  ];
}

/** Why a time is amber: before nine for somebody, else a weekend. Null where it is not. */
function sayWhyEarly(mails: LetterMail[]): "early" | "a weekend" | null {
  const early = mails.flatMap(({ leaves }) => (leaves?.isEarly ? [clockIn(leaves.there ?? leaves.here)] : []));
  if (early.length === 0) return null;
  return early.some((clock) => Number.parseInt(clock, 10) < 9) ? "early" : "a weekend";
}

/** "11:00" of "Tue 24 Nov 11:00" on the day that was chosen; another day stays named. */
const dropDay = (here: string, day: string | null) =>
  day && (here.startsWith(sayDay(day, "")) || here.startsWith(sayDay(day, day.slice(0, 4)))) ? clockIn(here) : here;

/** "three mails, nobody sees the others", beside To. */
export function sayMails(count: number): string {
  return count < 2 ? "" : `${spell(count)} mails, nobody sees the others`;
}

/** What was done, once it is signed. */
export function saySigned(
  mails: LetterMail[],
  names: string[],
  leave: Leave,
  resumes = false,
): { words: string; detail: string } {
  const whom = names.length === 1 ? (names[0] ?? "") : sayCount(names.length, "person", "people");
  const verb = names.length === 1 ? "leaves" : "leave";
  if (resumes) return { words: `Signed for ${whom}`, detail: `${verb} when sending resumes` };
  if (leave.kind === "now") return { words: `Signed for ${whom}`, detail: `${verb} within a minute` };
  const first = earliest(mails)?.leaves?.here ?? "";
  const several = new Set(mails.map((mail) => mail.leaves?.at)).size > 1;
  return { words: `Signed for ${whom}`, detail: `${verb} ${several ? "from " : ""}${first}` };
}

const dayWord = (day: string, today: string) => {
  const away = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return away > 0 && away < 7 ? sayDay(day, today).slice(0, 3) : sayDay(day, today);
};
const earliest = (mails: LetterMail[]) =>
  mails.length === 0
    ? undefined
    : mails.reduce((first, mail) => ((mail.leaves?.at ?? "~") < (first.leaves?.at ?? "~") ? mail : first));
const clockIn = (words: string) => /\d{1,2}:\d{2}/.exec(words)?.[0] ?? words;

/** "14:00" today, "Tue 9:00" within a week, else as it is. */
function shorten({ here, at }: { here: string; at: string }, today: string): string {
  const away = (Date.parse(at.slice(0, 10)) - Date.parse(today)) / 86_400_000;
  const near = away < 6 ? here.replace(/^(\w{3}) \d+ \w{3} /, "$1 ") : here;
  return near.replace(/^today /, "");
}

/** One sentence for the towns that show the same time, of those whose clock differs from ours; three at most. */
function clocks(mails: LetterMail[], say: (town: string, there: string, here: string) => string): string[] {
  const times = new Map<string, { there: string; here: string; towns: Set<string> }>();
  for (const { readsIn, leaves } of mails) {
    if (!readsIn || !leaves?.there) continue;
    const there = dropTown(leaves.there, readsIn.city);
    const time = times.get(`${there} ${leaves.here}`) ?? { there, here: leaves.here, towns: new Set() };
    times.set(`${there} ${leaves.here}`, { ...time, towns: time.towns.add(readsIn.city) });
  }
  const said = [...times.values()].map(({ there, here, towns }) => say([...towns].join(" and "), there, here));
  return said.length > 3 ? [...said.slice(0, 2), `And ${spell(said.length - 2)} other times elsewhere.`] : said;
}
const dropTown = (there: string, town: string) => there.replace(` in ${town}`, "");
