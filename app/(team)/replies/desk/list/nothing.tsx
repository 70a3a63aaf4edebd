"use client";

import Link from "next/link";
import { sayAhead } from "@/app/ui/words/clock";
import type { ThreadFilter } from "@/lib/threads/thread";
import { addressOf } from "../address-of";
import classes from "./list.module.css";

export type NextAwake = { id: string; name: string; at: string };

type Props = {
  filter: ThreadFilter;
  mailboxId: string | null;
  /** Of all that is snoozed, what comes back next. */
  awake: NextAwake | null;
  /** Somebody has written already, at any time. */
  hasAny: boolean;
  asOf: Date;
  timezone: string;
};

const words: Record<ThreadFilter, { what: string; rest: string }> = {
  todo: { what: "Nothing to do", rest: "Whoever writes back stands here." },
  mine: { what: "Nothing is yours", rest: "What somebody assigns to you, or you to yourself, stands here." },
  waiting: { what: "Nobody keeps you waiting", rest: "Whom you have answered stands here until they write." },
  snoozed: { what: "Nothing is snoozed", rest: "Z puts a thread off until a time you choose, or until they write." },
  done: { what: "Nothing is done yet", rest: "E settles a thread; it comes back when they write." },
  other: { what: "No other mail", rest: "Mail that belongs to nobody you wrote to stands here." },
};

/** Where a filter holds nothing: what that means in a sentence, and one way on. */
export function Nothing({ filter, mailboxId, awake, hasAny, asOf, timezone }: Props) {
  const { what, rest } = words[filter];
  const isTodo = filter === "todo";
  return (
    <div className={classes.nothing}>
      <h2>{isTodo && !hasAny ? "Nobody has written back yet" : what}</h2>
      <p>
        {isTodo && awake ? (
          <>
            {awake.name} comes back {sayBack(new Date(awake.at), asOf, timezone)}.
          </>
        ) : isTodo && !hasAny ? (
          "As soon as somebody answers, their words stand here, and no follow-up goes to them."
        ) : (
          rest
        )}
      </p>
      {isTodo && !hasAny ? (
        <Link href="/campaigns">See what is being sent</Link>
      ) : isTodo ? (
        <Link href={addressOf({ filter: awake ? "snoozed" : "waiting", mailboxId })}>
          {awake ? "See all that is snoozed" : "See who has been answered"}
        </Link>
      ) : (
        <Link href={addressOf({ filter: "todo", mailboxId })}>See what is to do</Link>
      )}
    </div>
  );
}

function sayBack(at: Date, now: Date, timezone: string): string {
  if (at <= now) return "within a minute";
  const words = sayAhead(at, now, timezone);
  return /^\d/.test(words) ? `at ${words}` : words;
}
