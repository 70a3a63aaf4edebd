import type { CampaignHead, CampaignView } from "@/lib/campaigns/read/read-campaign";
import type { WaitingGroup } from "@/lib/campaigns/read/read-reasons";
import { inOrder } from "@/lib/campaigns/words/order-waits";
import { waitWords } from "@/lib/campaigns/words/wait-words";
import { formatDuration } from "@/lib/schedule/words/format-duration";

/** What the reader may do about it; who may not is told who can. */
export type MayDo = { sign: boolean; mailboxes: boolean };

const number = (value: number) => value.toLocaleString("en");

/** The one group that all mails in Review belong to, whose row has the button there; null where several have some, or none has. */
export function holderOf({
  reasons,
  behind,
  inReview,
}: Pick<CampaignView, "reasons" | "behind" | "inReview">): WaitingGroup | null {
  if (inReview === 0) return null;
  return inOrder(behind.length > 0 ? behind : reasons).find((group) => group.inReview === inReview) ?? null;
}

/** "122 mails wait in Review." */
export function sayInReview(count: number): string {
  return `${number(count)} ${count === 1 ? "mail waits" : "mails wait"} in Review.`;
}

/** "72 of them also need a signature": what a person can do about people who wait for something else first; "" where the reason says it itself. */
export function sayBesides({ reason, count, inReview }: Pick<WaitingGroup, "reason" | "count" | "inReview">): string {
  if (inReview === 0 || waitWords[reason].way === "review" || reason === "changed_in_outlook") return "";
  if (count === 1) return "Also needs a signature";
  if (inReview === count) return "All of them also need a signature";
  return `${number(inReview)} of them also ${inReview === 1 ? "needs" : "need"} a signature`;
}

export function nameOf(group: WaitingGroup, head: CampaignHead): string {
  if (group.reason === "paused" && head.paused?.draftId) return "Paused, a sent copy differs";
  if (group.reason === "paused" && head.paused?.because) return "Paused, its mail is refused";
  if (group.reason === "paused" && head.paused)
    return `${head.paused.all ? "All sending stopped" : "Paused"} by ${head.paused.by ?? "your team"}`;
  return waitWords[group.reason].name;
}

export function aboutOf(group: WaitingGroup, { rules }: Pick<CampaignView, "rules">, may: MayDo): string {
  const apart = rules.spacingSeconds > 0 ? `${formatDuration(rules.spacingSeconds)} apart. ` : "";
  if (group.reason === "in_line") return group.from ? `${apart}First is ${group.firstName}` : apart.trim();
  if (group.reason === "daily_limit") return `${number(rules.dailyLimit)} a day, all of today’s are given out`;
  if (group.reason === "mailbox_signed_out" && !may.mailboxes)
    return "Once an administrator of your team reconnects it, they go on";
  if (group.reason === "sender_corrected" && !may.sign) return "Signed under another address than the mailbox has";
  return waitWords[group.reason].about;
}

/** Where a person ends it; into Review there is one button, with the number of all that wait there. */
export function actOf(
  { reason, count, firstContactId }: WaitingGroup,
  head: Pick<CampaignHead, "id">,
  may: MayDo,
): { href: string; name: string } | null {
  const { way, act } = waitWords[reason];
  if (way === "review" || reason === "changed_in_outlook" || reason === "sender_corrected") return null;
  if (way === "contact" && count === 1) return { href: `/contacts/${firstContactId}`, name: may.sign ? "Decide" : "Look" };
  if (way === "draft" || way === "contact")
    return { href: `/campaigns/${head.id}/contacts?reason=${reason}`, name: `Look at ${number(count)}` };
  if (way === "domains" && act) return { href: "/settings/rules#domains", name: act };
  if (way !== "mailboxes" || !act) return null;
  return { href: "/settings/mailboxes", name: act === "Reconnect" && !may.mailboxes ? "See why" : act };
}
