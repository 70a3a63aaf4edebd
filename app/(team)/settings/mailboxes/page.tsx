import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Temporal } from "temporal-polyfill";
import { spell, spellFirst } from "@/app/ui/words/count-words";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { type Corrected, readCorrected } from "@/lib/drafts/read-corrected";
import { adminConsentLink } from "@/lib/microsoft/tokens/begin-consent";
import { formatAgo, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import { describeMailboxNotice } from "@/lib/senders/describe-mailbox-notice";
import { type MailboxRow, readMailboxes } from "@/lib/senders/read-mailboxes";
import { findTenant } from "@/lib/team/find-tenant";
import classes from "../settings.module.css";
import { SignCorrected } from "./sign-corrected";

export const metadata: Metadata = { title: "Mailboxes" };

export default async function MailboxesPage({ searchParams }: { searchParams: Promise<{ notice?: string }> }) {
  const member = await requireMember();
  const { notice: word } = await searchParams;
  const now = new Date();
  const mailboxes = await readMailboxes(member, member.timezone, now);
  const corrected = hasRight(member.role, "drafts:sign") ? await readCorrected(member) : [];
  const notice = describeMailboxNotice(word);
  const consentLink = word === "admin" ? adminConsentLink(await findTenant(member)) : null;
  const manages = hasRight(member.role, "mailboxes:manage");
  const reader = { now: instantOf(now), timeZone: member.timezone };
  return (
    <div className={classes.main}>
      {notice && (
        <div className={`${classes.notice} ${notice.good ? classes.good : ""}`} role="status">
          {notice.text} {consentLink && <a href={consentLink}>Allow mail access as an administrator of Microsoft 365</a>}
        </div>
      )}
      {manages && (
        <Button
          component="a"
          href="/api/mailboxes/connect"
          variant="default"
          className={classes.headAct}
          leftSection={<IconPlus size={16} stroke={1.7} />}
        >
          Connect a mailbox
        </Button>
      )}
      <h1>{verdictOf(mailboxes)}</h1>
      <p className={classes.lead}>
        {leadOf(mailboxes)}
        {!manages && mailboxes.some(isBroken) && " An administrator of your team can reconnect it."}
        {!manages && mailboxes.length === 0 && " An administrator of your team does."}
      </p>
      {mailboxes.length > 0 && (
        <div className={`${classes.mailbox} ${classes.columns}`} aria-hidden="true">
          <span />
          <span>Mailbox</span>
          <span>Sent</span>
          <span>Inbox read</span>
          <span className={classes.number}>Replies</span>
          <span className={classes.number}>Bounces</span>
        </div>
      )}
      {mailboxes.length > 0 && (
        <div className={classes.card}>
          {mailboxes.map((mailbox) => (
            <Mailbox
              key={mailbox.id}
              mailbox={mailbox}
              corrected={corrected.filter(({ senderAccountId }) => senderAccountId === mailbox.id)}
              reader={reader}
              manages={manages}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type Props = { mailbox: MailboxRow; corrected: Corrected[]; reader: Reader; manages: boolean };

function Mailbox({ mailbox, corrected, reader, manages }: Props) {
  const broken = isBroken(mailbox);
  const total = mailbox.sentToday + mailbox.plannedToday;
  const share = total === 0 ? 0 : Math.round((100 * mailbox.sentToday) / total);
  return (
    <div className={`${classes.row} ${classes.mailbox} ${broken ? classes.broken : ""}`}>
      <span className={classes.face} aria-hidden="true">
        {mailbox.email.charAt(0).toUpperCase()}
      </span>
      <span className={classes.who}>
        <Link href={`/settings/mailboxes/${mailbox.id}`}>{mailbox.email}</Link>
        <span className={classes.second}>
          {broken
            ? `Signed out ${formatTime(instantOf(mailbox.statusSince), reader)}`
            : `Connected${mailbox.connectedBy ? ` by ${mailbox.connectedBy}` : ""}`}
        </span>
      </span>
      <span>
        {total === 0 ? (
          "none today"
        ) : (
          <>
            <strong>{mailbox.sentToday.toLocaleString("en")}</strong> of {total.toLocaleString("en")} today
          </>
        )}
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
      </span>
      <span>
        <span className={classes.phoneWord}>inbox {mailbox.lastPolledAt && "read "}</span>
        {mailbox.lastPolledAt
          ? `${formatAgo(instantOf(mailbox.lastPolledAt), reader)}${broken ? ", then refused" : ""}`
          : "not read yet"}
        <span className={classes.second}>
          {broken && mailbox.statusReason
            ? mailbox.statusReason
            : mailbox.lastReplyAt
              ? `last reply ${formatTime(instantOf(mailbox.lastReplyAt), reader)}`
              : "no reply yet"}
        </span>
      </span>
      <Share of={mailbox.mailed} count={mailbox.replied} what="answered" />
      <Share of={mailbox.mailed} count={mailbox.bounced} what="bounced" />
      <span className={classes.acts}>
        <SignCorrected corrected={corrected} />
        {!broken && (
          <Link href={`/settings/mailboxes/${mailbox.id}`} className={classes.quietLink}>
            Signature block
          </Link>
        )}
        {broken && manages && (
          <Button
            component="a"
            href={`/api/mailboxes/connect?hint=${encodeURIComponent(mailbox.email)}`}
            color="var(--ink)"
            c="var(--on-primary)"
            leftSection={<IconPlugConnected size={16} stroke={1.7} />}
          >
            Reconnect
          </Button>
        )}
      </span>
    </div>
  );
}

/** "6.9 %" of the people who were mailed; few are said as they are, "3 of 40". On a phone the word beside it says what is counted. */
function Share({ of, count, what }: { of: number; count: number; what: string }) {
  const said = of === 0 ? "none yet" : of < 50 ? `${count} of ${of}` : `${((100 * count) / of).toFixed(1)}%`;
  return (
    <span className={classes.number}>
      {of === 0 ? <span className={classes.caption}>{said}</span> : <strong>{said}</strong>}{" "}
      <span className={classes.phoneWord}>{what}</span>
    </span>
  );
}

const isBroken = (mailbox: MailboxRow) => mailbox.status === "signed_out";

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

function verdictOf(mailboxes: MailboxRow[]): string {
  const broken = mailboxes.filter(isBroken).length;
  if (mailboxes.length === 0) return "No mailbox yet";
  if (broken > 0)
    return mailboxes.length === 1
      ? "The mailbox cannot send"
      : broken === mailboxes.length
        ? "No mailbox can send"
        : `${spellFirst(broken)} of ${spell(mailboxes.length)} mailboxes cannot send`;
  if (mailboxes.length === 1) return "The mailbox can send";
  return mailboxes.length === 2 ? "Both mailboxes can send" : `All ${spell(mailboxes.length)} mailboxes can send`;
}

function leadOf(mailboxes: MailboxRow[]): string {
  if (mailboxes.length === 0)
    return "Connect the mailbox you send from. Microsoft asks you once; answers to our own mails are read there, nothing else is kept.";
  const broken = mailboxes.filter(isBroken);
  const waiting = broken.reduce((sum, mailbox) => sum + mailbox.plannedToday, 0);
  if (broken.length === 0) return "What is signed leaves from here inside its window.";
  const whom = broken.map((mailbox) => mailbox.email).join(" and ");
  if (waiting === 0) return `No mail of today waits for ${whom}. Reconnect before more is signed.`;
  return `${waiting === 1 ? "One of today’s mails waits" : `${waiting} of today’s mails wait`} for ${whom}. They leave inside the window once it is back, never all at once.`;
}
