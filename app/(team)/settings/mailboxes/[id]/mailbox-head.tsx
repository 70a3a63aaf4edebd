import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import classes from "./health.module.css";

/** `unplaced`: messages that matched nobody and wait for somebody to say whose they are. */
type Props = { id: string; email: string; unplaced: number };

/** Where one is among the mailboxes, and what came into this one that found nobody. */
export function MailboxHead({ id, email, unplaced }: Props) {
  return (
    <div className={classes.where}>
      <nav className={classes.crumbs} aria-label="Where you are">
        <Link href="/settings/mailboxes">Mailboxes</Link>
        <IconChevronRight size={14} stroke={1.7} aria-hidden="true" />
        <span>{email}</span>
      </nav>
      <nav className={classes.parts} aria-label="Parts of this mailbox">
        <Link href={`/settings/mailboxes/${id}`} aria-current="page">
          Mailbox
        </Link>
        <Link href={`/replies?show=other&mailbox=${id}`}>
          {unplaced > 0 ? `Other mail ${unplaced.toLocaleString("en")}` : "Other mail"}
        </Link>
      </nav>
    </div>
  );
}
