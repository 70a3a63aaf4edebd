"use client";

import { sayAhead } from "@/app/ui/words/clock";
import type { ListedThread } from "@/lib/threads/thread";
import { sayWhen } from "../../say-when";
import { nameLabel } from "./name-label";
import classes from "./row.module.css";

type Props = {
  row: ListedThread;
  isCurrent: boolean;
  isFirst: boolean;
  isRead: boolean;
  me: string;
  asOf: Date;
  timezone: string;
  onPick: () => void;
};

/** One thread of the list: who, their first words, what it comes to, which mailbox, and whose it is. */
export function ThreadRow({ row, isCurrent, isFirst, isRead, me, asOf, timezone, onPick }: Props) {
  const { words, look, isProposed } = nameLabel(row);
  const isUnread = row.unread && !isRead;
  return (
    <button
      type="button"
      role="option"
      data-id={row.id}
      tabIndex={isFirst ? 0 : -1}
      aria-selected={isCurrent}
      className={classes.row}
      data-unread={isUnread || undefined}
      onClick={onPick}
    >
      {isUnread && <span className={classes.dot} role="img" aria-label="Not read yet" />}
      <span className={classes.top}>
        <span className={classes.name} dir="auto">
          {row.name}
        </span>
        <time dateTime={row.at} className={classes.at}>
          {sayWhen(new Date(row.at), asOf, timezone)}
        </time>
      </span>
      <span className={classes.line} dir="auto">
        {row.line || "No words"}
      </span>
      <span className={classes.foot}>
        <span className={classes.label} data-look={look} data-proposed={isProposed || undefined}>
          {words}
          {isProposed && <span className={classes.spoken}>, suggested</span>}
        </span>
        <span className={classes.mailbox}>{row.mailbox.split("@")[0]}@</span>
        {row.snoozedUntil && <span className={classes.until}>until {sayAhead(new Date(row.snoozedUntil), asOf, timezone)}</span>}
        {row.assigned && (
          <span className={classes.face} data-mine={row.assigned.id === me || undefined} title={row.assigned.name}>
            <span aria-hidden>{row.assigned.name.slice(0, 1)}</span>
            <span className={classes.spoken}>{row.assigned.id === me ? "yours" : `of ${row.assigned.name}`}</span>
          </span>
        )}
      </span>
    </button>
  );
}
