import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readDomains } from "@/lib/domains/read-domains";
import { readKeeping } from "@/lib/received/kept/read-keeping";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime } from "@/lib/schedule/words/format-time";
import { nameCity } from "@/lib/schedule/words/name-city";
import { readGuards } from "@/lib/senders/guard/read-guards";
import { readTeamLimits } from "@/lib/sending/health/read-team-limits";
import { readHandRules } from "@/lib/team/read-hand-rules";
import { LimitBar } from "../limit-bar";
import settings from "../settings.module.css";
import { BudgetFields } from "./budget-fields";
import { DomainsSection } from "./domains-section";
import { GuardSection } from "./guard-section";
import { HandSection } from "./hand-section";
import { HoursSection } from "./hours-section";
import { KeepingSection } from "./keeping-section";
import classes from "./rules.module.css";
import { sayLesson, sayVerdict, sayWhere } from "./say-budget";
import { sayNext } from "./say-hours";

export const metadata: Metadata = { title: "Sending rules · Settings" };

export default async function RulesPage() {
  const member = await requireMember();
  const now = new Date();
  const { outside, learned } = await readTeamLimits(member, now);
  const guards = await readGuards(member);
  const { budget } = outside;
  const domains = await readDomains(member);
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const hand = await readHandRules(member);
  // Whose town is not known is written to on the clock of the team, whatever the reader's own.
  const next = {
    at: sayNext(hand.hours, now, { ...reader, timeZone: member.teamTimezone }),
    city: nameCity(member.teamTimezone),
  };
  const keeping = await readKeeping(member);
  const manages = hasRight(member.role, "team:manage");
  return (
    <div className={settings.body}>
      <div className={settings.main}>
        <h1>{sayVerdict(outside)}</h1>
        <p className={settings.lead}>
          Microsoft allows an organisation only so many recipients outside. Above that it refuses everybody’s mail, so ours stops
          before.
        </p>
        <section className={classes.section} aria-label="Mail to others in 24 hours">
          <LimitBar limit={outside} kept={budget.kept} says="outside, the whole team" about={sayWhere(budget)} reader={reader} />
          <BudgetFields
            licences={budget.isTold ? budget.licences : null}
            mailboxes={budget.mailboxes}
            reservePercent={budget.reservePercent}
            most={budget.most}
            manages={manages}
          />
        </section>
        <HoursSection hours={hand.hours} next={next} manages={manages} />
        <HandSection footer={hand.footer} manages={manages} />
        <KeepingSection keeping={keeping} manages={manages} />
        <DomainsSection domains={domains} reader={reader} manages={hasRight(member.role, "mailboxes:manage")} />
        <GuardSection {...guards} manages={manages} />
      </div>
      <aside className={settings.aside} aria-label="What Microsoft taught">
        <section>
          <h2>Learned in the last seven days</h2>
          {learned.length === 0 ? (
            <p className={settings.caption}>
              Microsoft refused nothing. If it does, what had left by then becomes the limit for a week.
            </p>
          ) : (
            <ul className={classes.lessons}>
              {learned.map((lesson) => (
                <li key={lesson.id}>
                  <strong>{formatTime(toTemporal(lesson.at), reader)}</strong>
                  {sayLesson(lesson)}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>The same for every mailbox</h2>
          <p className={settings.caption}>
            25 mails a minute, where Microsoft takes 30, and 10,000 recipients in 24 hours. All addresses under onmicrosoft.com
            together: 100 recipients outside in 24 hours.
          </p>
        </section>
      </aside>
    </div>
  );
}
