import { IconPencil } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readScheduled } from "@/lib/scheduled/read-scheduled";
import { type Asked, addressOf, readFilter } from "./address";
import classes from "./calendar.module.css";
import { CancelledList } from "./cancelled-list";
import { Filters } from "./filters";
import { Nothing } from "./nothing";
import { PersonBox } from "./person-box";
import { ScheduledList } from "./scheduled-list";

export const metadata: Metadata = { title: "Scheduled" };

export default async function ScheduledPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const member = await requireMember();
  const filter = readFilter(await searchParams);
  const now = new Date();
  const view = await readScheduled(member, filter, now);
  const mayWrite = hasRight(member.role, "drafts:edit");
  const isNarrowed = filter.by !== "all" || filter.mailbox !== null || filter.person !== "";
  const cancelled = view.cancelled.total;
  return (
    <div className={classes.whole}>
      <header className={classes.head}>
        <p className={look.title}>Scheduled</p>
        <Filters filter={filter} mailboxes={view.mailboxes} />
        <PersonBox filter={filter} />
        {mayWrite && (
          <Link href="/write" className={classes.button}>
            <IconPencil size={16} stroke={1.7} aria-hidden /> Write <kbd>W</kbd>
          </Link>
        )}
      </header>
      {filter.show === "cancelled" ? (
        <>
          <div className={classes.top}>
            <h1 className={classes.verdict}>
              {cancelled === 0 ? "Nobody cancelled a mail" : `${sayCount(cancelled, "mail was", "mails were")} cancelled`}
            </h1>
            <p>
              In the last 30 days, the last first. Times are in {view.city}.{" "}
              <Link href={addressOf(filter, { show: "coming" })}>What is to come</Link>
            </p>
          </div>
          <CancelledList
            rows={view.cancelled.rows}
            next={view.cancelled.next && addressOf(filter, { after: view.cancelled.next })}
          />
        </>
      ) : view.total === 0 && !isNarrowed ? (
        <Nothing
          toSign={view.toSign}
          maySign={hasRight(member.role, "drafts:sign")}
          mayWrite={mayWrite}
          cancelled={cancelled > 0 ? addressOf(filter, { show: "cancelled" }) : null}
        />
      ) : (
        <>
          <div className={classes.top} data-stopped={view.stopped || undefined}>
            <h1 className={classes.verdict}>
              <span className={classes.long}>{view.total === 0 ? "Nothing fits this" : view.verdict}</span>
              <span className={classes.short}>{view.total === 0 ? "Nothing fits this" : view.brief}</span>
            </h1>
            {view.total === 0 ? (
              <p>
                No mail with a time. <Link href="/calendar">Show all</Link>
              </p>
            ) : (
              <>
                <p className={classes.long}>{view.below.long}</p>
                <p className={classes.short}>{view.below.short}</p>
              </>
            )}
          </div>
          {view.total > 0 && (
            <ScheduledList
              view={view}
              filter={filter}
              mayAct={hasRight(member.role, "drafts:sign") && hasRight(member.role, "campaigns:stop")}
            />
          )}
          {cancelled > 0 && (
            <p className={classes.foot}>
              <Link href={addressOf(filter, { show: "cancelled" })}>
                {sayCount(cancelled, "cancelled mail", "cancelled mails")}
              </Link>{" "}
              in the last 30 days
            </p>
          )}
        </>
      )}
    </div>
  );
}
