import {
  IconAlertTriangle,
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
import { reasonWords, type WaitReason } from "@/lib/campaigns/reason-words";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import classes from "./reasons.module.css";

const iconOf: Record<WaitReason, typeof IconClock> = {
  being_written: IconSparkles,
  model_silent: IconSparkles,
  needs_signature: IconPencilCheck,
  in_line: IconListNumbers,
  daily_limit: IconClock,
  window_closed: IconClock,
  delay: IconHourglass,
  paused: IconPlayerPause,
  mailbox_signed_out: IconMailOff,
  field_missing: IconAlertTriangle,
  in_doubt: IconZoomQuestion,
};
/** What a person can unblock stands on top. */
const order: WaitReason[] = [
  "mailbox_signed_out",
  "paused",
  "field_missing",
  "needs_signature",
  "model_silent",
  "in_doubt",
  "being_written",
  "in_line",
  "window_closed",
  "daily_limit",
  "delay",
];
const forPerson = new Set<string>(["mailbox_signed_out", "field_missing", "needs_signature", "model_silent", "paused"]);
const inOrder = (groups: WaitingGroup[]) =>
  [...groups].sort((a, b) => order.indexOf(a.reason as WaitReason) - order.indexOf(b.reason as WaitReason));

type Props = { view: CampaignView; timezone: string; now: Date };

/** Why everybody waits: one reason each, so that the numbers add up, with the earliest time it can change. */
export function Reasons({ view, timezone, now }: Props) {
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
            <Reason key={group.reason} group={group} view={view} timezone={timezone} now={now} />
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
              <Reason key={group.reason} group={group} view={view} timezone={timezone} now={now} behind />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reason({ group, view, timezone, now, behind = false }: Props & { group: WaitingGroup; behind?: boolean }) {
  const { head } = view;
  const Icon = iconOf[group.reason as WaitReason] ?? IconClock;
  const act = actOf(group, head);
  const name = nameOf(group, head);
  return (
    <li className={forPerson.has(group.reason) && !behind ? classes.forPerson : undefined}>
      <strong className={classes.number}>{group.count.toLocaleString("en")}</strong>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <strong>{name}</strong>
        <span>{behind && group.reason === "needs_signature" ? "Can be signed meanwhile" : aboutOf(group, view)}</span>
      </span>
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
          onceOf(group.reason)
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
  if (group.reason === "paused" && head.paused)
    return `${head.paused.all ? "All sending stopped" : "Paused"} by ${head.paused.by ?? "your team"}`;
  return reasonWords[group.reason as WaitReason]?.name ?? group.reason;
}

function aboutOf(group: WaitingGroup, { rules }: CampaignView): string {
  const apart = rules.spacingSeconds > 0 ? `${formatDuration(rules.spacingSeconds)} apart. ` : "";
  if (group.reason === "in_line") return `${apart}First is ${group.firstName}`;
  if (group.reason === "daily_limit") return `${rules.dailyLimit.toLocaleString("en")} a day, all of today’s are given out`;
  return reasonWords[group.reason as WaitReason]?.about ?? "";
}

function actOf({ reason, count }: WaitingGroup, head: CampaignHead): { href: string; name: string } | null {
  if (reason === "needs_signature" || reason === "field_missing")
    return { href: `/review?campaign=${head.id}`, name: `Review ${count.toLocaleString("en")}` };
  if (reason === "mailbox_signed_out") return { href: "/settings/mailboxes", name: "Reconnect" };
  return null;
}

function onceOf(reason: string): string {
  if (reason === "needs_signature") return "once signed";
  if (reason === "paused") return "once resumed";
  if (reason === "mailbox_signed_out") return "once reconnected";
  if (reason === "field_missing") return "once filled";
  if (reason === "being_written") return "once written";
  // Its time has come, and the next look is a moment away.
  return ["in_line", "daily_limit", "window_closed", "delay"].includes(reason) ? "from now" : "";
}
