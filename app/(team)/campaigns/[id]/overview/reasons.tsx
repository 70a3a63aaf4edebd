import {
  IconAlertTriangle,
  IconBeach,
  IconChevronRight,
  IconClock,
  IconHourglass,
  IconListNumbers,
  IconMailOff,
  IconPencilCheck,
  IconPlayerPause,
  IconSparkles,
  IconZoomQuestion,
} from "@tabler/icons-react";
import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import { Moment } from "@/app/ui/words/moment";
import type { CampaignView } from "@/lib/campaigns/read/read-campaign";
import type { WaitingGroup } from "@/lib/campaigns/read/read-reasons";
import { inOrder } from "@/lib/campaigns/words/order-waits";
import type { WaitWords } from "@/lib/campaigns/words/said-wait";
import { waitWords } from "@/lib/campaigns/words/wait-words";
import type { Corrected } from "@/lib/drafts/read-corrected";
import { aboutOf, actOf, holderOf, type MayDo, nameOf, sayBesides, sayInReview } from "./describe-reasons";
import { LaterCorrected } from "./later-corrected";
import classes from "./reasons.module.css";

const iconOf: Record<WaitWords["sign"], typeof IconClock> = {
  writing: IconSparkles,
  pen: IconPencilCheck,
  line: IconListNumbers,
  clock: IconClock,
  delay: IconHourglass,
  pause: IconPlayerPause,
  mailbox: IconMailOff,
  warning: IconAlertTriangle,
  doubt: IconZoomQuestion,
  away: IconBeach,
};

type Props = { view: CampaignView; corrected: Corrected[]; may: MayDo; timezone: string; now: Date };

/** Why everybody waits: one reason each, so that the numbers add up, with the earliest time it can change. */
export function Reasons(props: Props) {
  const { view, may } = props;
  const waiting = view.counts.waiting;
  if (waiting === 0) return null;
  const number = waiting.toLocaleString("en");
  const holder = holderOf(view);
  return (
    <>
      <section aria-label="Why they wait">
        <div className={classes.head}>
          <h2 className={look.heading}>Why {number} wait</h2>
          <span>Every contact has one reason</span>
        </div>
        {view.inReview > 0 && !holder && (
          <p className={classes.inReview}>
            <IconPencilCheck size={18} stroke={1.7} aria-hidden />
            <span>
              <strong>{sayInReview(view.inReview)}</strong> Whatever else they wait for stands below.
            </span>
            <ToReview view={view} may={may} className={classes.act} />
          </p>
        )}
        <ul className={classes.reasons}>
          {inOrder(view.reasons).map((group) => (
            <Reason key={group.reason} group={group} {...props} leads={group === holder} />
          ))}
        </ul>
      </section>
      {view.behind.length > 0 && (
        <section aria-label="What holds them once it is resumed">
          <div className={classes.head}>
            <h2 className={look.heading}>What holds them once it is resumed</h2>
            <span>The same {number}</span>
          </div>
          <ul className={classes.reasons}>
            {inOrder(view.behind).map((group) => (
              <Reason key={group.reason} group={group} {...props} leads={group === holder} behind />
            ))}
          </ul>
        </section>
      )}
      {!may.sign && (
        <p className={classes.who}>You read here. Members and administrators of your team sign, decide and resume.</p>
      )}
    </>
  );
}

/** @param props.leads the button into Review stands here: all that waits there is this group's. */
function Reason(props: Props & { group: WaitingGroup; leads: boolean; behind?: boolean }) {
  const { group, view, corrected, may, timezone, now, leads, behind = false } = props;
  const { head } = view;
  const words = waitWords[group.reason];
  const Icon = iconOf[words.sign];
  const act = actOf(group, head, may);
  const besides = sayBesides(group);
  const name = nameOf(group, head);
  return (
    <li className={words.forPerson && !behind ? classes.forPerson : undefined}>
      <strong className={classes.number}>{group.count.toLocaleString("en")}</strong>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <strong>{name}</strong>
        <span>{behind && group.reason === "needs_signature" ? "Can be signed meanwhile" : aboutOf(group, view, may)}</span>
        {besides && <span className={classes.besides}>{besides}</span>}
      </span>
      {group.reason === "sender_corrected" && <LaterCorrected corrected={corrected} />}
      {leads && <ToReview view={view} may={may} className={behind ? classes.plain : classes.act} />}
      {act && !leads && (
        <Link href={act.href} className={behind ? classes.plain : classes.act}>
          {act.name}
        </Link>
      )}
      <span className={classes.from}>
        {group.from && group.from > now ? (
          <>
            from <Moment at={group.from} timeZone={timezone} there={head.timezone} now={now} />
          </>
        ) : (
          words.once
        )}
      </span>
      {behind ? (
        <span className={classes.gap} />
      ) : (
        <Link
          href={`/campaigns/${head.id}/contacts?reason=${group.reason}`}
          aria-label={`Show the ${group.count} who wait: ${name}`}
          className={classes.open}
        >
          <IconChevronRight size={18} stroke={1.7} aria-hidden />
        </Link>
      )}
    </li>
  );
}

function ToReview({ view, may, className }: { view: CampaignView; may: MayDo; className: string | undefined }) {
  return (
    <Link href={`/review?campaign=${view.head.id}`} className={className}>
      {may.sign ? "Review" : "Look at"} {view.inReview.toLocaleString("en")}
    </Link>
  );
}
