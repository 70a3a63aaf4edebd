import { IconChevronRight, IconPlugConnected } from "@tabler/icons-react";
import clsx from "clsx";
import Link from "next/link";
import { Badge } from "@/app/ui/badge/badge";
import { LeavesAt } from "@/app/ui/live/leaves-at";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import type { CampaignRow } from "@/lib/campaigns/read/read-campaigns";
import type { Tone } from "@/lib/campaigns/words/name-standing";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay } from "@/lib/schedule/words/format-time";
import { nameHold } from "@/lib/senders/name-hold";
import { BringBack } from "./bring-back";
import classes from "./campaigns.module.css";
import { ResumeCampaign } from "./resume-campaign";

type Props = {
  campaign: CampaignRow;
  stopped: boolean;
  /** Of its kind on top: its button stands out when it waits for somebody. */
  first: boolean;
  mayStop: boolean;
  mayEdit: boolean;
  maySign: boolean;
  mayConnect: boolean;
  timezone: string;
  now: Date;
};

const number = (value: number) => value.toLocaleString("en");
const mailboxName = (campaign: CampaignRow) => `${campaign.mailbox?.split("@")[0] ?? "its mailbox"}@`;

/** One campaign: its state, its people as a bar that adds up, what happens next, and the one button. */
export function CampaignLine(props: Props) {
  const { campaign, stopped } = props;
  const badge = badgeOf(campaign, stopped);
  return (
    <li className={classes.row}>
      <div>
        <h3>
          <Link href={`/campaigns/${campaign.id}`} prefetch={false} className={look.opens}>
            <bdi>{campaign.name}</bdi>
          </Link>
        </h3>
        <p className={classes.state}>
          <Badge tone={badge.tone}>{badge.text}</Badge>
          <span>
            <State {...props} />
          </span>
        </p>
      </div>
      {campaign.status === "draft" ? (
        <p className={classes.plan}>{planOf(campaign)}</p>
      ) : (
        <>
          <People campaign={campaign} held={stopped || campaign.status === "paused" || campaign.mailboxHeld !== null} />
          <div className={classes.next}>
            <Next {...props} />
          </div>
          <p className={classes.replied}>
            {campaign.mailed > 0 && (
              <>
                <b className={classes.answers} data-none={campaign.counts.replied === 0 || undefined}>
                  {number(campaign.counts.replied)}
                </b>
                <span className={look.second}>
                  <span className={classes.narrow}>replied </span>of {number(campaign.mailed)} people mailed
                </span>
              </>
            )}
          </p>
        </>
      )}
      <div className={classes.act}>
        <Act {...props} />
      </div>
    </li>
  );
}

function People({ campaign, held }: { campaign: CampaignRow; held: boolean }) {
  const { counts } = campaign;
  const parts = [
    { name: "got every mail", count: counts.gotEveryMail, tone: classes.done },
    { name: "replied", count: counts.replied, tone: classes.replied },
    { name: "stopped", count: counts.stopped, tone: classes.stopped },
    { name: held ? "held" : "wait", count: counts.waiting, tone: held ? classes.held : classes.waiting },
  ].filter((part) => part.count > 0);
  return (
    <div className={classes.people}>
      <div className={classes.bar} aria-hidden>
        {parts.map((part) => (
          <i key={part.name} className={part.tone} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <b title={`${number(counts.total)} people`}>{number(counts.total)}</b>
      <p>
        {parts.map((part) => (
          <span key={part.name}>
            <b>{number(part.count)}</b> {part.name}
          </span>
        ))}
      </p>
    </div>
  );
}

function State({ campaign, timezone, now }: Props) {
  const day = (at: Date) => formatDay(toTemporal(at), { now: toTemporal(now), timeZone: timezone });
  if (campaign.status === "draft")
    return (
      <>
        changed <Moment at={campaign.updatedAt} timeZone={timezone} now={now} />
      </>
    );
  if (campaign.status === "completed")
    return campaign.launchedAt && campaign.completedAt ? `${day(campaign.launchedAt)} to ${day(campaign.completedAt)}` : "";
  if (campaign.paused)
    return (
      <>
        since <Moment at={campaign.paused.at} timeZone={timezone} now={now} />
      </>
    );
  return campaign.plannedToday === 0
    ? "none today"
    : `${number(campaign.sentToday)} of ${number(campaign.plannedToday)} sent today`;
}

function Next({ campaign, stopped, timezone, now }: Props) {
  const waiting = sayCount(campaign.counts.waiting, "waits", "wait");
  if (campaign.status === "completed") return null;
  if (stopped) return <Lines one={waiting} two="until sending is resumed" />;
  if (campaign.paused?.because) return <Lines one={waiting} two={`“${campaign.paused.because}”`} />;
  if (campaign.status === "paused") return <Lines one={waiting} two="until somebody resumes" />;
  if (campaign.mailboxHeld)
    return (
      <Lines
        one={`${waiting} for ${mailboxName(campaign)}`}
        two={
          <>
            {nameHold(campaign.mailboxHeld.by).state} <Moment at={campaign.mailboxHeld.at} timeZone={timezone} now={now} />
          </>
        }
      />
    );
  if (campaign.next)
    return (
      <Lines
        whole
        one={campaign.next.name}
        two={
          <>
            <LeavesAt at={campaign.next.at.toISOString()} asOf={now.toISOString()} timezone={timezone} />, from{" "}
            {mailboxName(campaign)}
          </>
        }
      />
    );
  return (
    <Lines
      one="None has its minute"
      two={
        campaign.toSign > 0
          ? `${number(campaign.toSign)} ${campaign.toSign === 1 ? "waits" : "wait"} in Review`
          : "its page says why"
      }
    />
  );
}

/** @param props.whole the second line wraps instead of being cut. */
function Lines({ one, two, whole }: { one: string; two: React.ReactNode; whole?: boolean }) {
  return (
    <>
      <span className={look.cut}>{one}</span>
      <span className={clsx(look.second, !whole && look.cut)}>{two}</span>
    </>
  );
}

function Act({ campaign, first, mayStop, mayEdit, maySign, mayConnect }: Props) {
  const button = first ? classes.primary : classes.button;
  if (campaign.status === "draft")
    return mayEdit ? (
      <Link href={`/campaigns/${campaign.id}`} prefetch={false} className={classes.button}>
        Continue setup
      </Link>
    ) : null;
  if (campaign.archived && mayEdit) return <BringBack campaignId={campaign.id} name={campaign.name} />;
  if (campaign.status === "active" && campaign.mailboxHeld) {
    const { act } = nameHold(campaign.mailboxHeld.by);
    return (
      <Link href="/settings/mailboxes" className={button}>
        <IconPlugConnected size={16} stroke={1.7} aria-hidden /> {mayConnect ? act : "See why"}
      </Link>
    );
  }
  if (campaign.pause && mayStop) return <ResumeCampaign campaignId={campaign.id} name={campaign.name} pause={campaign.pause} />;
  if (campaign.status === "active" && campaign.toSign > 0)
    return (
      <Link href={`/review?campaign=${campaign.id}`} className={button}>
        {maySign ? "Review" : "Look at"} {number(campaign.toSign)}
      </Link>
    );
  return <IconChevronRight size={18} stroke={1.7} className={classes.chevron} aria-hidden />;
}

function planOf(campaign: CampaignRow): string {
  const steps = sayCount(campaign.steps, "step", "steps");
  if (!campaign.listName) return `${steps}, no list yet.`;
  const people = campaign.listPeople ?? 0;
  return `${sayCount(people, "contact", "contacts")} in ${campaign.listName}, ${steps}, ${number(people * campaign.steps)} mails at most.`;
}

function badgeOf(campaign: CampaignRow, stopped: boolean): { text: string; tone: Tone } {
  if (campaign.status === "completed") return { text: "Finished", tone: "grey" };
  if (campaign.status === "draft") return { text: "Draft", tone: "grey" };
  if (campaign.paused?.draftId) return { text: "Paused, a sent copy differs", tone: "stop" };
  if (campaign.paused?.because) return { text: "Paused, its mail is refused", tone: "stop" };
  if (campaign.status === "paused") return { text: `Paused by ${campaign.paused?.by ?? "your team"}`, tone: "wait" };
  if (stopped) return { text: "Stopped", tone: "stop" };
  if (campaign.mailboxHeld) return { text: nameHold(campaign.mailboxHeld.by).title, tone: "wait" };
  return { text: "Running", tone: "go" };
}
