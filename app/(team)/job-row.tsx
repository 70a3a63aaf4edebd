import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import type { Job } from "./describe-jobs";
import classes from "./today.module.css";

/** One thing that waits for a person, with the button that goes there; the first is the one that stands out. */
export function JobRow({ job, first }: { job: Job; first: boolean }) {
  const { action, andMore, count, text, title, tone, urgent, who = [] } = job;
  return (
    <div className={first ? classes.jobFirst : classes.job}>
      <span className={`${classes.count} ${classes[tone]}`}>
        {count.toLocaleString("en")}
        {andMore && "+"}
      </span>
      <div className={classes.what}>
        <h2 className={look.heading}>{title}</h2>
        <p title={text}>
          {text} {urgent && <span className={classes.urgent}>{urgent}</span>}
        </p>
      </div>
      {who.length > 0 && (
        <span className={classes.faces} aria-hidden>
          {who.map((letters) => (
            <i key={letters}>{letters}</i>
          ))}
        </span>
      )}
      <Link href={action.href} className={first ? classes.actFirst : classes.act}>
        <span>{action.name}</span> {action.keys && <kbd>{action.keys}</kbd>}
        <IconChevronRight size={18} stroke={1.7} className={classes.chevron} aria-hidden />
      </Link>
    </div>
  );
}

/** On a phone, the first thing is the heading and this button. */
export function JobTop({ job }: { job: Job }) {
  return (
    <div className={classes.jobTop}>
      <Link href={job.action.href}>{job.action.name}</Link>
      <p className={job.urgent ? classes.urgent : undefined}>{job.urgent ?? job.text}</p>
    </div>
  );
}
