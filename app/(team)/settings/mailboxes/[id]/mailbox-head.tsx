import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./health.module.css";

/** Where one is among the mailboxes, and the two parts of this one. */
export function MailboxHead({ id, email, open }: { id: string; email: string; open: "mailbox" | "other" }) {
  const tab = (href: string, name: string, isOpen: boolean) => (
    <Link href={href} aria-current={isOpen ? "page" : undefined}>
      {name}
    </Link>
  );
  return (
    <div className={classes.where}>
      <nav className={classes.crumbs} aria-label="Where you are">
        <Link href="/settings/mailboxes">Mailboxes</Link>
        <IconChevronRight size={14} stroke={1.7} aria-hidden="true" />
        <span>{email}</span>
      </nav>
      <nav className={classes.parts} aria-label="Parts of this mailbox">
        {tab(`/settings/mailboxes/${id}`, "Mailbox", open === "mailbox")}
        {tab(`/settings/mailboxes/${id}/other`, "Other mail", open === "other")}
      </nav>
    </div>
  );
}
