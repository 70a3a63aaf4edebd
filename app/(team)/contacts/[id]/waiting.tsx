import { IconHourglass } from "@tabler/icons-react";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { nameReason } from "@/lib/campaigns/reason-words";
import type { Enrolment } from "@/lib/contacts/read-contact";
import classes from "./contact.module.css";
import { StopFor } from "./stop-for";

/** Why the next mail has not left, from when it can, and the button that ends it. */
export function Waiting({ one, name, timezone, mayStop }: { one: Enrolment; name: string; timezone: string; mayStop: boolean }) {
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
      {mayStop && <StopFor campaignContactId={one.campaignContactId} name={name} campaign={one.campaignName} />}
    </div>
  );
}
