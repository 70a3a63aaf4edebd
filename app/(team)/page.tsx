import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DayLines } from "@/app/ui/day/day-lines";
import { FourWeeksChart } from "@/app/ui/day/four-weeks-chart";
import { readToday } from "@/lib/analytics/read-today";
import { requireMember } from "@/lib/auth/require-member";
import { nameCity } from "@/lib/schedule/name-city";
import { readFirstDay } from "@/lib/team/read-first-day";
import { countInWords } from "./count-in-words";
import { FirstDayPage } from "./first-day";
import { JobRow } from "./job-row";
import classes from "./today.module.css";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const member = await requireMember();
  const now = new Date();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: member.timezone, ...options }).format(now);
  const date = `${format({ weekday: "long", day: "numeric", month: "long" }).replace(",", "")}, ${format({ hour: "2-digit", minute: "2-digit" })} in ${nameCity(member.timezone)}`;
  const firstDay = await readFirstDay({ teamId: member.teamId, memberId: member.memberId });
  if (!firstDay.campaign) return <FirstDayPage steps={firstDay} email={member.email} date={date} />;
  const { jobs, lanes, weeks } = await readToday(member, now);
  const things = [jobs.toSign.count, jobs.replies.count, jobs.mailboxes.length, jobs.doubts.count].filter(
    (count) => count > 0,
  ).length;
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <div>
          <p className={classes.date}>{date}</p>
          <h1 className={classes.verdict}>
            {things === 0
              ? "Nothing waits for you"
              : `${countInWords(things)} ${things === 1 ? "thing waits" : "things wait"} for you`}
          </h1>
        </div>
        <Link href="/campaigns/new" className={classes.act}>
          <IconPlus size={16} stroke={1.7} aria-hidden /> New campaign
        </Link>
      </header>
      {things > 0 && (
        <section className={classes.jobs} aria-label="What waits for you">
          {jobs.toSign.count > 0 && (
            <JobRow
              tone="wait"
              count={jobs.toSign.count}
              title={jobs.toSign.count === 1 ? "Draft to sign" : "Drafts to sign"}
              text={describeToSign(jobs.toSign)}
              action={{ href: "/review", name: "Start signing", keys: "G R", first: true }}
            />
          )}
          {jobs.replies.count > 0 && (
            <JobRow
              tone="reply"
              count={jobs.replies.count}
              title={jobs.replies.count === 1 ? "Person wrote back" : "People wrote back"}
              text={jobs.replies.latest ? `${jobs.replies.latest.name}: “${jobs.replies.latest.snippet}”` : ""}
              {...(jobs.replies.latest ? { action: { href: `/contacts/${jobs.replies.latest.contactId}`, name: "Read" } } : {})}
            />
          )}
          {jobs.doubts.draftId && (
            <JobRow
              tone="stop"
              count={jobs.doubts.count}
              title={jobs.doubts.count === 1 ? "Mail in doubt" : "Mails in doubt"}
              text="Exchange cannot tell whether it left. Nothing is sent again until somebody says."
              action={{ href: `/review/${jobs.doubts.draftId}`, name: "Settle" }}
            />
          )}
          {jobs.mailboxes.map((mailbox) => (
            <JobRow
              key={mailbox.id}
              tone="stop"
              count={1}
              title="Mailbox signed out"
              text={`${mailbox.email} is not connected. ${mailbox.waiting} ${mailbox.waiting === 1 ? "person waits" : "people wait"} for it.`}
              action={{ href: "/settings/mailboxes", name: "Open mailboxes" }}
            />
          ))}
        </section>
      )}
      <DayLines lanes={lanes} timezone={member.timezone} now={now} />
      <FourWeeksChart weeks={weeks} />
    </div>
  );
}

function describeToSign({ count, blocked, leaveToday }: { count: number; blocked: number; leaveToday: number }): string {
  const passing = count - blocked;
  const checks = blocked === 0 ? "Every one passes its checks." : `${passing} pass every check, ${blocked} need a look.`;
  return leaveToday > 0 ? `${checks} ${leaveToday === count ? "All" : leaveToday} can leave today once signed.` : checks;
}
