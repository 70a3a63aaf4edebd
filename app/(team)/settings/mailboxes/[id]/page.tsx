import Link from "next/link";
import { notFound } from "next/navigation";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { linesOf } from "@/lib/mail/sanitize-html";
import { countUnplaced } from "@/lib/replies/unplaced/is-unplaced";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime } from "@/lib/schedule/words/format-time";
import { nameHold } from "@/lib/senders/name-hold";
import { readMailboxes } from "@/lib/senders/read-mailboxes";
import classes from "../../settings.module.css";
import { HoldLine } from "../hold-line";
import { MailboxForm } from "./mailbox-form";

export default async function MailboxPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const now = new Date();
  const mailboxes = await readMailboxes(member, member.timezone, now);
  const mailbox = mailboxes.find((one) => one.id === id);
  if (!mailbox) notFound();
  const unplaced = await countUnplaced(member, id);
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const words = mailbox.hold && nameHold(mailbox.hold, mailbox.code);
  const since = mailbox.heldSince ? formatTime(toTemporal(mailbox.heldSince), reader) : "";
  const parts = [
    mailbox.displayName,
    words ? `${words.state} ${since}, ${mailbox.statusReason ?? words.because}` : "connected",
    mailbox.connectedBy && `connected by ${mailbox.connectedBy}`,
    mailbox.signInName && mailbox.signInName !== mailbox.email && `signs in as ${mailbox.signInName}`,
  ];
  return (
    <div className={`${classes.main} ${classes.narrow}`}>
      <h1>{mailbox.email}</h1>
      <p className={classes.lead}>{parts.filter(Boolean).join(" · ")}</p>
      <p>
        <Link href={`/settings/mailboxes/${id}/other`}>Other mail</Link>
        {unplaced > 0 && `, ${unplaced.toLocaleString("en")} matched nobody and ${unplaced === 1 ? "waits" : "wait"} for you`}
      </p>
      {words && (
        <div className={classes.notice}>
          <HoldLine mailbox={mailbox} words={words} reader={reader} />
        </div>
      )}
      <MailboxForm
        senderAccountId={mailbox.id}
        text={linesOf(mailbox.signatureHtml)}
        planned={mailbox.plannedToday}
        email={mailbox.email}
        manages={hasRight(member.role, "mailboxes:manage")}
      />
    </div>
  );
}
