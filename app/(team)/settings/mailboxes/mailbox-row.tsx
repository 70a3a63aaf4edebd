import { Button } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import Link from "next/link";
import { Temporal } from "temporal-polyfill";
import { sayRate } from "@/app/ui/words/say-rate";
import type { DomainRow } from "@/lib/domains/read-domains";
import type { Corrected } from "@/lib/drafts/read-corrected";
import { formatAgo, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import { sayGuard } from "@/lib/senders/guard/say-guard";
import { nameHold } from "@/lib/senders/name-hold";
import type { MailboxRow as Row } from "@/lib/senders/read-mailboxes";
import { DomainLine } from "../domain-line";
import classes from "../settings.module.css";
import { HoldLine } from "./hold-line";
import { SignCorrected } from "./sign-corrected";

type Props = { mailbox: Row; corrected: Corrected[]; reader: Reader; manages: boolean; domain: DomainRow | undefined };

/** One mailbox: how it stands, what left today, when it was read, what comes back; where it is held, why and whose move it is. */
export function MailboxRow({ mailbox, corrected, reader, manages, domain }: Props) {
  const words = mailbox.hold && nameHold(mailbox.hold, mailbox.code);
  const total = mailbox.sentToday + mailbox.plannedToday;
  const share = total === 0 ? 0 : Math.round((100 * mailbox.sentToday) / total);
  return (
    <div className={`${classes.row} ${classes.mailbox} ${words ? classes.broken : ""}`}>
      <span className={classes.face} aria-hidden="true">
        {mailbox.email.charAt(0).toUpperCase()}
      </span>
      <span className={classes.who}>
        <Link href={`/settings/mailboxes/${mailbox.id}`}>{mailbox.email}</Link>
        <span className={classes.second}>
          {words
            ? `${capital(words.state)} ${mailbox.heldSince ? formatTime(instantOf(mailbox.heldSince), reader) : ""}`
            : `Connected${mailbox.connectedBy ? ` by ${mailbox.connectedBy}` : ""}`}
        </span>
      </span>
      <span>
        {total === 0 ? (
          "none today"
        ) : (
          <>
            <strong>{mailbox.sentToday.toLocaleString("en")}</strong> of {total.toLocaleString("en")} sent today
          </>
        )}
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
      </span>
      <span>
        <span className={classes.phoneWord}>inbox {mailbox.lastPolledAt && "read "}</span>
        {mailbox.lastPolledAt
          ? `${formatAgo(instantOf(mailbox.lastPolledAt), reader)}${mailbox.hold === "signed_out" ? ", then refused" : ""}`
          : "not read yet"}
        <span className={classes.second}>
          {words
            ? (mailbox.hold === "signed_out" && mailbox.statusReason) ||
              (mailbox.hold === "guarded" && mailbox.guard && sayGuard(mailbox.guard)) ||
              words.because
            : mailbox.lastReplyAt
              ? `last reply ${formatTime(instantOf(mailbox.lastReplyAt), reader)}`
              : "no reply yet"}
        </span>
      </span>
      <Share of={mailbox.mailed} count={mailbox.replied} what="answered" />
      <Share of={mailbox.mailed} count={mailbox.bounced} what="bounced" />
      <span className={classes.acts}>
        <SignCorrected corrected={corrected} />
        {!words && (
          <Link href={`/settings/mailboxes/${mailbox.id}`} className={classes.quietLink}>
            Signature block
          </Link>
        )}
        {words?.reconnects && manages && <Reconnect mailbox={mailbox} />}
      </span>
      {words && <HoldLine mailbox={mailbox} words={words} reader={reader} />}
      <DomainLine row={domain} reader={reader} className={classes.move} />
    </div>
  );
}

function Reconnect({ mailbox }: { mailbox: Row }) {
  return (
    <Button
      component="a"
      href={`/api/mailboxes/connect?hint=${encodeURIComponent(mailbox.signInName ?? mailbox.email)}`}
      color="var(--ink)"
      c="var(--on-primary)"
      leftSection={<IconPlugConnected size={16} stroke={1.7} />}
    >
      Reconnect
    </Button>
  );
}

/** "6.9%" and "8 of 116 people" below it; few are said as they are, "3 of 40 people". On a phone the word beside it says what is counted. */
function Share({ of, count, what }: { of: number; count: number; what: string }) {
  const said = sayRate(count, of, ["person", "people"]);
  return (
    <span className={classes.number}>
      {of === 0 ? <span className={classes.caption}>{said.value}</span> : <strong>{said.value}</strong>}{" "}
      <span className={classes.phoneWord}>{what}</span>
      {said.of && <span className={classes.base}>{said.of}</span>}
    </span>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
