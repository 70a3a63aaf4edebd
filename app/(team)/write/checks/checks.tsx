"use client";

import Link from "next/link";
import { CheckList } from "@/app/ui/checks/check-list";
import type { Gathered } from "./gather-checks";

const shownChecks = 3;

type Props = {
  checks: Gathered[];
  mayLift: boolean;
  busy: boolean;
  /** Moves a campaign's mail to another day. */
  onMove: (move: NonNullable<Gathered["move"]>) => void;
};

/** What was looked at for all of them: what fails on top, with what can be done about it. */
export function Checks({ checks, ...can }: Props) {
  return (
    <CheckList
      most={shownChecks}
      none="They run as soon as somebody stands in To."
      checks={checks.map((check) => ({ ...check, about: <Text check={check} {...can} /> }))}
    />
  );
}

function Text({ check, busy, onMove, mayLift }: { check: Gathered } & Omit<Props, "checks">) {
  const { name, move, contactId, text } = check;
  if (move) {
    return (
      <>
        {text}{" "}
        <button type="button" disabled={busy} aria-busy={busy} onClick={() => onMove(move)}>
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
  if (name === "fields" && contactId) {
    return (
      <>
        Press the field in the text and say what stands there for whom it is not known, or fill it in{" "}
        <Link href={`/contacts/${contactId}`}>on their page</Link>.
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
