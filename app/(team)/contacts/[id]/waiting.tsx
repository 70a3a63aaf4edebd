import { IconHourglass } from "@tabler/icons-react";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { nameReason } from "@/lib/campaigns/reason-words";
import type { Enrolment } from "@/lib/contacts/open-contact";
import frame from "../frame.module.css";
import classes from "./contact.module.css";
import { StopFor } from "./stop-for";

type Props = { one: Enrolment; draftId: string | null; name: string; timezone: string; mayStop: boolean };

/** Why the next mail has not left, from when it can, and the buttons that unblock or end it. */
export function Waiting({ one, draftId, name, timezone, mayStop }: Props) {
  const way = wayOut(one.waitReason, draftId);
  return (
    <div className={classes.waiting}>
      <IconHourglass size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{nameReason(one.waitReason)}</strong>
        <p>
          {one.nextStep ?? "The next mail"} of <Link href={`/campaigns/${one.campaignId}`}>{one.campaignName}</Link>
          {one.nextAt && (
            <>
              {" "}
              from <Moment at={one.nextAt} timeZone={timezone} />
            </>
          )}
          , from {one.mailbox}, unless a reply comes first.
        </p>
      </div>
      {way && (
        <Link href={way.href} className={frame.plain}>
          {way.name}
        </Link>
      )}
      {mayStop && <StopFor campaignContactId={one.campaignContactId} name={name} campaign={one.campaignName} />}
    </div>
  );
}

/** Where a person can unblock it; null for what only time unblocks. */
function wayOut(reason: string | null, draftId: string | null): { href: string; name: string } | null {
  if (reason === "mailbox_signed_out") return { href: "/settings/mailboxes", name: "Reconnect" };
  if (!draftId) return null;
  if (reason === "needs_signature") return { href: `/review/${draftId}`, name: "Read and sign" };
  return reason === "field_missing" ? { href: `/review/${draftId}`, name: "Fill it in" } : null;
}
