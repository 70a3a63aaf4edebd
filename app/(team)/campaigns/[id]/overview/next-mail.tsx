import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { CampaignView } from "@/lib/campaigns/read/read-campaign";
import { sayLate } from "@/lib/campaigns/words/say-late";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock } from "@/lib/schedule/words/format-time";
import { sayThere } from "@/lib/schedule/words/say-there";
import type { MayDo } from "./describe-reasons";
import { Leaving } from "./leaving";
import classes from "./overview.module.css";

/** What leaves next and to whom; or why nothing does. */
export function NextMail({ view, may, timezone, now }: { view: CampaignView; may: MayDo; timezone: string; now: Date }) {
  const { head, next, counts } = view;
  const [first, ...then] = next;
  if (head.paused) {
    return (
      <section className={classes.next}>
        <div>
          <p className={classes.small}>Nothing of this campaign leaves</p>
          <p className={classes.big}>
            {head.paused.draftId ? "Paused, a sent copy differs from what was signed" : sayPaused(head.paused)},{" "}
            <Moment at={head.paused.at} timeZone={timezone} now={now} />
          </p>
          {head.paused.because && <Refused because={head.paused.because} whose={head.refused} may={may} />}
          {head.paused.draftId && (
            <p className={classes.small}>
              <Link href={`/review/${head.paused.draftId}`}>Look at the mail</Link>
              {may.sign ? ", then resume when it may go on." : ". A member of your team resumes it when it may go on."}
            </p>
          )}
          <p className={classes.small}>
            {counts.waiting.toLocaleString("en")} wait. Replies are read and still stop their contacts.
          </p>
        </div>
      </section>
    );
  }
  if (head.status === "completed") {
    return (
      <section className={classes.next}>
        <div>
          <p className={classes.small}>
            {head.completedBy ? `Ended by ${head.completedBy}` : "Everybody has got every mail or ended before"}
          </p>
          <p className={classes.big}>
            Finished {head.completedAt && <Moment at={head.completedAt} timeZone={timezone} now={now} />}
          </p>
        </div>
      </section>
    );
  }
  if (!first) {
    return (
      <section className={classes.next}>
        <div>
          <p className={classes.small}>Next mail</p>
          <p className={classes.big}>None has a slot yet</p>
          <p className={classes.small}>Below stands why, and from when that can change.</p>
        </div>
      </section>
    );
  }
  const there = sayThere(first.at, timezone, head.timezone);
  return (
    <section className={classes.next} aria-label="Next mail">
      <Leaving at={first.at.toISOString()} asOf={now.toISOString()} timezone={timezone} why={sayLate(first.waitReason)}>
        <span className={classes.nextName}>
          <strong>{first.name}</strong>
          {first.company && `, ${first.company}`}
        </span>
        <span className={classes.small}>
          {first.stepName}, from {first.mailbox}
          {there && `, at ${there}`}
        </span>
      </Leaving>
      {then.length > 0 && (
        <ol className={classes.then} aria-label="Then">
          {then.map((mail) => (
            <li key={mail.draftId}>
              <time dateTime={mail.at.toISOString()}>{formatClock(toTemporal(mail.at), timezone)}</time>
              <span className={classes.cut}>{mail.name}</span>
              <span className={classes.step}>{mail.stepName}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The words of the rule that refused a mail, whose it was, and what can be done. */
function Refused({ because, whose, may }: { because: string; whose: CampaignView["head"]["refused"]; may: MayDo }) {
  return (
    <>
      <p className={classes.because}>
        “{because}”
        {whose && (
          <>
            {" "}
            to <Link href={`/contacts/${whose.contactId}`}>{whose.email}</Link>
          </>
        )}
      </p>
      <p className={classes.small}>
        It refuses the text, so that the next mails would come back too.{" "}
        {may.sign
          ? "Ask their administrator, then resume; or end the campaign and write another."
          : "A member of your team asks their administrator and resumes it, or ends it."}
      </p>
    </>
  );
}

function sayPaused({ all, by, because }: NonNullable<CampaignView["head"]["paused"]>): string {
  if (because) return "Paused by itself, a rule refuses its mail";
  return `${all ? "All sending stopped" : "Paused"} by ${by ?? "your team"}`;
}
