"use client";

import { IconAlertTriangle, IconCheck, IconChevronDown } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import classes from "./checks.module.css";
import type { Gathered } from "./gather-checks";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;
const shownChecks = 3;

type Props = {
  checks: Gathered[];
  mayLift: boolean;
  busy: boolean;
  /** Moves a campaign's mail to another day. */
  onMove: (move: NonNullable<Gathered["move"]>) => void;
};

/** What was looked at for all of them: what fails on top, with what can be done about it. */
export function Checks({ checks, mayLift, busy, onMove }: Props) {
  const [all, setAll] = useState(false);
  const failed = checks.filter((check) => !check.passes);
  const passed = checks.filter((check) => check.passes);
  const shown = all ? passed : passed.slice(0, shownChecks);
  return (
    <section className={classes.part} aria-label="Checks">
      <div className={classes.title}>
        <h2>Checks</h2>
        <span>{checks.length > 0 && `${passed.length} of ${checks.length} pass`}</span>
      </div>
      {checks.length === 0 && <p className={classes.quiet}>They run as soon as somebody stands in To.</p>}
      {failed.map((check) => (
        <div key={check.key} className={check.blocking ? classes.stops : classes.warns}>
          <IconAlertTriangle {...icon} />
          <div>
            <strong>{check.title}</strong>
            <span>
              <Text check={check} busy={busy} onMove={onMove} mayLift={mayLift} />
            </span>
          </div>
        </div>
      ))}
      <ul className={classes.checks}>
        {shown.map((check) => (
          <li key={check.key}>
            <IconCheck {...icon} color="var(--seal)" />
            {check.title}
          </li>
        ))}
      </ul>
      {!all && passed.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {passed.length - shown.length} more <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </button>
      )}
    </section>
  );
}

function Text({ check, busy, onMove, mayLift }: { check: Gathered } & Omit<Props, "checks">) {
  const { name, move, contactId, text } = check;
  if (move) {
    return (
      <>
        {text}{" "}
        <button type="button" disabled={busy} onClick={() => onMove(move)}>
          Move that to {move.words}
        </button>{" "}
        or sign if both are meant.
      </>
    );
  }
  if (name === "suppressed" && contactId) {
    return (
      <>
        Take them out of To, or{" "}
        {mayLift ? (
          <>
            lift it <Link href={`/contacts/${contactId}`}>on their page</Link>, with a reason.
          </>
        ) : (
          <>
            ask an administrator, who can lift it <Link href={`/contacts/${contactId}`}>on their page</Link>.
          </>
        )}
      </>
    );
  }
  if ((name === "replied" || name === "colleague") && contactId) {
    return (
      <>
        <Link href={`/contacts/${contactId}`}>Read it</Link>, or sign all the same.
      </>
    );
  }
  if (name === "footer" && check.blocking) {
    return (
      <>
        {text} <Link href="/settings/members">Open the team’s settings</Link>
      </>
    );
  }
  return name === "same day" ? `${text} Sign if both are meant.` : text;
}
