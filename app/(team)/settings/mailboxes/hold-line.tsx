import Link from "next/link";
import { describeAadsts } from "@/lib/microsoft/tokens/aadsts";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime, type Reader } from "@/lib/schedule/words/format-time";
import type { HoldWords } from "@/lib/senders/name-hold";
import type { MailboxRow } from "@/lib/senders/read-mailboxes";
import classes from "../settings.module.css";

type Props = { mailbox: MailboxRow; words: HoldWords; reader: Reader };

/** Whose move it is with a mailbox that is held, Microsoft's code for it, and when it is tried again by itself. */
export function HoldLine({ mailbox, words, reader }: Props) {
  const isToAllow = describeAadsts(mailbox.code)?.meaning === "app_removed" || mailbox.code === "AADSTS50105";
  return (
    <p className={classes.move}>
      {words.move} {mailbox.triedAgainAt && <>It is tried again {formatTime(toTemporal(mailbox.triedAgainAt), reader)}. </>}
      {isToAllow && (
        <>
          <Link href="/settings/mailboxes/for-administrators">What to send the administrator</Link>{" "}
        </>
      )}
      <Link href={`/settings/mailboxes/${mailbox.id}`}>What waits, and what to do</Link>{" "}
      {mailbox.code && <span className={classes.code}>{mailbox.code}</span>}
    </p>
  );
}
