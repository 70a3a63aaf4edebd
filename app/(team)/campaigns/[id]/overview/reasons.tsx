import {
  IconAlertTriangle,
  IconChevronRight,
  IconClock,
  IconHourglass,
  IconListNumbers,
  IconMailOff,
  IconPencil,
  IconPlayerPause,
  IconSparkles,
  IconZoomQuestion,
} from "@tabler/icons-react";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { CampaignHead } from "@/lib/campaigns/read/read-campaign";
import type { WaitingGroup } from "@/lib/campaigns/read/read-reasons";
import { reasonWords, type WaitReason } from "@/lib/campaigns/reason-words";
import classes from "./overview.module.css";

const iconOf: Record<WaitReason, typeof IconClock> = {
  being_written: IconSparkles,
  model_silent: IconSparkles,
  needs_signature: IconPencil,
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
  "field_missing",
  "needs_signature",
  "model_silent",
  "in_doubt",
  "paused",
  "being_written",
  "in_line",
  "window_closed",
  "daily_limit",
  "delay",
];
const forPerson = new Set<string>(["mailbox_signed_out", "field_missing", "needs_signature", "model_silent", "paused"]);

type Props = { campaignId: string; reasons: WaitingGroup[]; head: CampaignHead; waiting: number; timezone: string; now: Date };

/** Why everybody waits: one reason each, so that the numbers add up, with the earliest time it can change. */
export function Reasons({ campaignId, reasons, head, waiting, timezone, now }: Props) {
  if (waiting === 0) return null;
  const sorted = [...reasons].sort((a, b) => order.indexOf(a.reason as WaitReason) - order.indexOf(b.reason as WaitReason));
  return (
    <section aria-label="Why they wait">
      <div className={classes.reasonHead}>
        <h2>Why {waiting.toLocaleString("en")} wait</h2>
        <span className={classes.small}>Every contact has one reason</span>
      </div>
      <ul className={classes.reasons}>
        {sorted.map((group) => {
          const words = reasonWords[group.reason as WaitReason];
          const Icon = iconOf[group.reason as WaitReason] ?? IconClock;
          const act = actOf(group.reason, head, group.count);
          return (
            <li key={group.reason} className={forPerson.has(group.reason) ? classes.forPerson : undefined}>
              <strong className={classes.number}>{group.count.toLocaleString("en")}</strong>
              <Icon size={18} stroke={1.7} aria-hidden />
              <span className={classes.reasonWords}>
                <strong>
                  {group.reason === "paused" && head.paused
                    ? `Paused by ${head.paused.by ?? "your team"}`
                    : (words?.name ?? group.reason)}
                </strong>
                <span>{group.reason === "in_line" ? `First is ${group.firstName}` : words?.about}</span>
              </span>
              {act && (
                <Link href={act.href} className={classes.act}>
                  {act.name}
                </Link>
              )}
              <span className={classes.from}>
                {group.from ? (
                  <>
                    from <Moment at={group.from} timeZone={timezone} now={now} />
                  </>
                ) : (
                  onceOf(group.reason)
                )}
              </span>
              <Link
                href={`/campaigns/${campaignId}/contacts?reason=${group.reason}`}
                aria-label={`Show the ${group.count} who wait: ${words?.name ?? group.reason}`}
                className={classes.open}
              >
                <IconChevronRight size={18} stroke={1.7} aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function actOf(reason: string, head: CampaignHead, count: number): { href: string; name: string } | null {
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
  return "";
}
