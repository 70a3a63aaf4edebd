import { IconHourglass } from "@tabler/icons-react";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { nameWait } from "@/lib/campaigns/words/wait-words";
import type { HandMail } from "@/lib/contacts/read-hand-mails";
import frame from "../frame.module.css";
import classes from "./contact.module.css";
import { wayOut } from "./waiting";

/** Why a mail by hand has not left although its time has come, and the way out; nothing of one that waits for its time or its signature. */
export function HandWaiting({ mail, timezone }: { mail: HandMail; timezone: string }) {
  if (!mail.waitReason || !mail.signedBy) return null;
  const way = wayOut(mail.waitReason, null, mail.draftId);
  return (
    <div className={classes.waiting}>
      <IconHourglass size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{nameWait(mail.waitReason, null)}</strong>
        <p>
          The <Link href={`/review/${mail.draftId}`}>mail by hand</Link> of {mail.by}
          {mail.nextAt && (
            <>
              {" "}
              from <Moment at={mail.nextAt} timeZone={timezone} />
            </>
          )}
          , from {mail.mailbox}, unless a reply comes first.
        </p>
      </div>
      {way && (
        <Link href={way.href} className={frame.plain}>
          {way.name}
        </Link>
      )}
    </div>
  );
}
