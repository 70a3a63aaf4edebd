import Link from "next/link";
import { nameWait, waitWords } from "@/lib/campaigns/words/wait-words";
import type { Enrolment } from "@/lib/contacts/open-contact";
import { StopFor } from "./stop-for";
import { WaitCard } from "./wait-card";

type Props = { one: Enrolment; draftId: string | null; name: string; timezone: string; mayStop: boolean };

/** Why the next mail has not left, from when it can, and the buttons that unblock or end it. */
export function Waiting({ one, draftId, name, timezone, mayStop }: Props) {
  const way = wayOut(one.waitReason, one.campaignId, one.waitReason === "left_otherwise" ? one.differingDraftId : draftId);
  const said = (
    <>
      {one.nextStep ?? "The next mail"} of <Link href={`/campaigns/${one.campaignId}`}>{one.campaignName}</Link>
    </>
  );
  return (
    <WaitCard
      reason={nameWait(one.waitReason, one.elsewhere)}
      mail={said}
      nextAt={one.nextAt}
      timezone={timezone}
      there={one.zone}
      mailbox={one.mailbox}
      way={way}
    >
      {mayStop && <StopFor campaignContactId={one.campaignContactId} name={name} campaign={one.campaignName} />}
    </WaitCard>
  );
}

/** Where a person can unblock it; null for what only time unblocks. */
export function wayOut(
  waitReason: Enrolment["waitReason"],
  campaignId: string | null,
  draftId: string | null,
): { href: string; name: string } | null {
  const { way, act = "" } = waitWords[waitReason ?? "being_written"];
  if (way === "domains") return { href: "/settings/rules#domains", name: act };
  if (way === "mailboxes") return { href: "/settings/mailboxes", name: act };
  if (way === "resume") return campaignId ? { href: `/campaigns/${campaignId}`, name: "Open the campaign" } : null;
  // Where this page is the way, its own card has the buttons.
  if (!way || way === "contact" || !draftId) return null;
  const name = waitReason === "field_missing" ? "Fill it in" : way === "draft" ? "Look into it" : "Read and sign";
  return { href: `/review/${draftId}`, name };
}
