import { IconPencil, IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DayLines } from "@/app/ui/day/day-lines";
import { FourWeeksChart } from "@/app/ui/day/four-weeks-chart";
import { Mark } from "@/app/ui/seal/mark";
import { PersonMenu } from "@/app/ui/shell/person-menu";
import { sayClock } from "@/app/ui/words/clock";
import { spellFirst } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import { writeTo } from "@/app/ui/words/write-to";
import { shareToday } from "@/lib/analytics/read-today";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readHeldUpFor } from "@/lib/engine/read-held-up";
import { nameCity } from "@/lib/schedule/words/name-city";
import { readFirstDay } from "@/lib/team/read-first-day";
import { describeJobs } from "./describe-jobs";
import { FirstDayPage } from "./first-day";
import { HeardLines } from "./heard-lines";
import { HeldUpLine } from "./held-up-line";
import { JobRow, JobTop } from "./job-row";
import classes from "./today.module.css";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const member = await requireMember();
  const now = new Date();
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: member.timezone, weekday: "long", day: "numeric", month: "long" })
    .format(now)
    .replace(",", "");
  const date = `${day}, ${sayClock(now, member.timezone)} in ${nameCity(member.timezone)}`;
  const heldUp = <HeldUpLine held={await readHeldUpFor(member)} timezone={member.timezone} now={now} />;
  const firstDay = await readFirstDay(member);
  if (!firstDay.campaign && !firstDay.byHand)
    return (
      <>
        {heldUp}
        <FirstDayPage steps={firstDay} email={member.email} role={member.role} date={date} />
      </>
    );
  const { jobs, lanes, weeks, next, heard } = await shareToday(member, now);
  const maySign = hasRight(member.role, "drafts:sign");
  const things = describeJobs(jobs, member.timezone, now, { sign: maySign, connect: hasRight(member.role, "mailboxes:manage") });
  const whom = maySign ? "you" : "your team";
  const [top] = things;
  return (
    <>
      {heldUp}
      <div className={classes.page}>
        <div className={classes.phoneTop}>
          <Mark />
          <PersonMenu name={member.name} email={member.email} />
        </div>
        <header className={classes.top}>
          <div>
            <p className={classes.date}>{date}</p>
            {top ? (
              <h1 className={classes.verdict}>
                <span className={classes.wide}>
                  {spellFirst(things.length)} {things.length === 1 ? "thing waits" : "things wait"} for {whom}
                </span>
                <span className={classes.narrow}>{top.verdict}</span>
              </h1>
            ) : (
              <>
                <h1 className={classes.verdict}>Nothing waits for {whom}</h1>
                <p className={classes.lead}>
                  {next ? (
                    <>
                      The next mail leaves <Moment at={next.at} timeZone={member.timezone} now={now} />, to {next.name}.
                    </>
                  ) : (
                    "No mail has its minute yet."
                  )}
                </p>
              </>
            )}
          </div>
          <div className={classes.begin}>
            {hasRight(member.role, "drafts:edit") && (
              <Link href={writeTo([], "/")} className={classes.act}>
                <IconPencil size={16} stroke={1.7} aria-hidden /> Write <kbd>W</kbd>
              </Link>
            )}
            {hasRight(member.role, "campaigns:edit") && (
              <Link href="/campaigns/new" className={classes.act}>
                <IconPlus size={16} stroke={1.7} aria-hidden /> New campaign
              </Link>
            )}
          </div>
        </header>
        {top && (
          <>
            <JobTop job={top} />
            <section className={classes.jobs} aria-label={`What waits for ${whom}`}>
              {things.map((job, index) => (
                <JobRow key={job.id} job={job} first={index === 0} />
              ))}
            </section>
          </>
        )}
        <HeardLines heard={heard} />
        <DayLines lanes={lanes} timezone={member.timezone} now={now} />
        <FourWeeksChart weeks={weeks} plannedToday={lanes.reduce((sum, lane) => sum + lane.planned, 0)} />
      </div>
    </>
  );
}
