import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./health.module.css";

/** `unplaced`: messages that matched nobody and wait for somebody to say whose they are. */
type Props = { id: string; email: string; open: "mailbox" | "other"; unplaced: number };

/** Where one is among the mailboxes, and the two parts of this one. */
export function MailboxHead({ id, email, open, unplaced }: Props) {
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
        {tab(
          `/settings/mailboxes/${id}/other`,
          unplaced > 0 ? `Other mail ${unplaced.toLocaleString("en")}` : "Other mail",
          open === "other",
        )}
      </nav>
    </div>
  );
}
