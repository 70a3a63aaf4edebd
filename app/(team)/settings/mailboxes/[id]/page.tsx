import { notFound } from "next/navigation";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { linesOf } from "@/lib/mail/sanitize-html";
import { readMailboxes } from "@/lib/senders/read-mailboxes";
import classes from "../../settings.module.css";
import { MailboxForm } from "./mailbox-form";

export default async function MailboxPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const mailboxes = await readMailboxes(member, member.timezone, new Date());
  const mailbox = mailboxes.find((one) => one.id === id);
  if (!mailbox) notFound();
  return (
    <div className={`${classes.main} ${classes.narrow}`}>
      <h1>{mailbox.email}</h1>
      <p className={classes.lead}>
        {mailbox.displayName} ·{" "}
        {mailbox.status === "connected" ? "connected" : `signed out, ${mailbox.statusReason ?? "reconnect it"}`}
        {mailbox.connectedBy ? ` · connected by ${mailbox.connectedBy}` : ""}
      </p>
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
