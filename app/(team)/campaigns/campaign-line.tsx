import Link from "next/link";
import type { CampaignRow } from "@/lib/campaigns/read/read-campaigns";
import classes from "./campaigns.module.css";

/** One campaign: its state, its contacts as a bar that adds up, and what happens next. */
export function CampaignLine({ campaign, timezone }: { campaign: CampaignRow; timezone: string }) {
  const { counts } = campaign;
  const badge = badgeOf(campaign);
  const parts = [
    { name: "got every mail", count: counts.gotEveryMail, tone: classes.done },
    { name: "replied", count: counts.replied, tone: classes.replied },
    { name: "stopped", count: counts.stopped, tone: classes.stopped },
    { name: "wait", count: counts.waiting, tone: campaign.status === "active" ? classes.waiting : classes.held },
  ].filter((part) => part.count > 0);
  return (
    <li className={classes.row}>
      <div className={classes.title}>
        <h2>
          <Link href={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
        </h2>
        <span className={`${classes.badge} ${classes[badge.tone]}`}>{badge.text}</span>
      </div>
      <p className={classes.about}>
        {campaign.steps} {campaign.steps === 1 ? "step" : "steps"}
        {campaign.listName && `, ${campaign.listName}`}
        {campaign.mailbox && `, from ${campaign.mailbox}`}
      </p>
      {counts.total > 0 && (
        <>
          <div className={classes.bar} aria-hidden>
            {parts.map((part) => (
              <i key={part.name} className={part.tone} style={{ flexGrow: part.count }} />
            ))}
          </div>
          <p className={classes.numbers}>
            {counts.total} contacts: {parts.map((part) => `${part.count} ${part.name}`).join(", ")}
          </p>
        </>
      )}
      {campaign.nextAt && (
        <p className={classes.numbers}>
          Next mail{" "}
          <time dateTime={campaign.nextAt.toISOString()}>
            {new Intl.DateTimeFormat("en-GB", {
              weekday: "short",
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
              timeZone: timezone,
            }).format(campaign.nextAt)}
          </time>
        </p>
      )}
    </li>
  );
}

function badgeOf(campaign: CampaignRow): { text: string; tone: "go" | "wait" | "stop" | "grey" } {
  if (campaign.status === "completed") return { text: "Finished", tone: "grey" };
  if (campaign.status === "draft") return { text: "Draft", tone: "grey" };
  if (campaign.status === "paused") return { text: `Paused by ${campaign.pausedBy ?? "your team"}`, tone: "wait" };
  if (campaign.mailboxSignedOut) return { text: "Mailbox signed out", tone: "stop" };
  return { text: "Running", tone: "go" };
}
