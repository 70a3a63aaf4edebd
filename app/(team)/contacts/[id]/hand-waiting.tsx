import Link from "next/link";
import { nameWait } from "@/lib/campaigns/words/wait-words";
import type { HandMail } from "@/lib/contacts/read-hand-mails";
import { WaitCard } from "./wait-card";
import { wayOut } from "./waiting";

/** Why a mail by hand has not left although its time has come, and the way out; nothing of one that waits for its time or its signature. */
export function HandWaiting({ mail, timezone }: { mail: HandMail; timezone: string }) {
  const { waitReason, signedBy, draftId, by, nextAt, mailbox } = mail;
  if (!waitReason || !signedBy) return null;
  const said = (
    <>
      The <Link href={`/review/${draftId}`}>mail by hand</Link> of {by}
    </>
  );
  return (
    <WaitCard
      reason={nameWait(waitReason, null)}
      mail={said}
      nextAt={nextAt}
      timezone={timezone}
      mailbox={mailbox}
      way={wayOut(waitReason, null, draftId)}
    />
  );
}
