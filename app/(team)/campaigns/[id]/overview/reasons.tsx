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
import type { CampaignHead, CampaignView } from "@/lib/campaigns/read/read-campaign";
import type { WaitingGroup } from "@/lib/campaigns/read/read-reasons";
import { inOrder } from "@/lib/campaigns/words/order-waits";
import { type WaitWords, waitWords } from "@/lib/campaigns/words/wait-words";
import type { Corrected } from "@/lib/drafts/read-corrected";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import { SignCorrected } from "../../../settings/mailboxes/sign-corrected";
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

type Props = { view: CampaignView; corrected: Corrected[]; timezone: string; now: Date };

/** Why everybody waits: one reason each, so that the numbers add up, with the earliest time it can change. */
export function Reasons(props: Props) {
  const { view } = props;
  const waiting = view.counts.waiting;
  if (waiting === 0) return null;
  const number = waiting.toLocaleString("en");
  return (
    <>
      <section aria-label="Why they wait">
        <div className={classes.head}>
          <h2 className={look.heading}>Why {number} wait</h2>
          <span>Every contact has one reason</span>
        </div>
        <ul className={classes.reasons}>
          {inOrder(view.reasons).map((group) => (
            <Reason key={group.reason} group={group} {...props} />
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
              <Reason key={group.reason} group={group} {...props} behind />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reason({ group, view, corrected, timezone, now, behind = false }: Props & { group: WaitingGroup; behind?: boolean }) {
  const { head } = view;
  const words = waitWords[group.reason];
  const Icon = iconOf[words.sign];
  const act = actOf(group, head);
  const name = nameOf(group, head);
  return (
    <li className={words.forPerson && !behind ? classes.forPerson : undefined}>
      <strong className={classes.number}>{group.count.toLocaleString("en")}</strong>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <strong>{name}</strong>
        <span>{behind && group.reason === "needs_signature" ? "Can be signed meanwhile" : aboutOf(group, view)}</span>
      </span>
      {group.reason === "sender_corrected" && <SignCorrected corrected={corrected} />}
      {act && (
        <Link href={act.href} className={behind ? classes.plain : classes.act}>
          {act.name}
        </Link>
      )}
      <span className={classes.from}>
        {group.from && group.from > now ? (
          <>
            from <Moment at={group.from} timeZone={timezone} now={now} />
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

function nameOf(group: WaitingGroup, head: CampaignHead): string {
  if (group.reason === "paused" && head.paused?.draftId) return "Paused, a sent copy differs";
  if (group.reason === "paused" && head.paused?.because) return "Paused, its mail is refused";
  if (group.reason === "paused" && head.paused)
    return `${head.paused.all ? "All sending stopped" : "Paused"} by ${head.paused.by ?? "your team"}`;
  return waitWords[group.reason].name;
}

function aboutOf(group: WaitingGroup, { rules }: CampaignView): string {
  const apart = rules.spacingSeconds > 0 ? `${formatDuration(rules.spacingSeconds)} apart. ` : "";
  if (group.reason === "in_line") return `${apart}First is ${group.firstName}`;
  if (group.reason === "daily_limit") return `${rules.dailyLimit.toLocaleString("en")} a day, all of today’s are given out`;
  return waitWords[group.reason].about;
}

function actOf({ reason, count, firstContactId }: WaitingGroup, head: CampaignHead): { href: string; name: string } | null {
  const { way, act } = waitWords[reason];
  const number = count.toLocaleString("en");
  // The queue has those that were changed in Outlook on top; every other draft is reached from its contact.
  if (way === "review" || reason === "changed_in_outlook")
    return { href: `/review?campaign=${head.id}`, name: `Review ${number}` };
  if (way === "contact" && count === 1) return { href: `/contacts/${firstContactId}`, name: "Decide" };
  if (way === "draft" || way === "contact")
    return { href: `/campaigns/${head.id}/contacts?reason=${reason}`, name: `Look at ${number}` };
  if (reason === "sender_corrected") return null;
  if (way === "domains" && act) return { href: "/settings/rules#domains", name: act };
  return way === "mailboxes" && act ? { href: "/settings/mailboxes", name: act } : null;
}
