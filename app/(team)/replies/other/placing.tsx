"use client";

import { Button } from "@mantine/core";
import { IconChevronLeft, IconMailOff, IconZoomQuestion } from "@tabler/icons-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Problem } from "@/app/ui/problem/problem";
import type { Foreseen } from "@/lib/replies/unplaced/foresee-placing";
import type { OpenedMail } from "@/lib/replies/unplaced/open-other-mail";
import aside from "./aside.module.css";
import { FindOwner } from "./find-owner";
import { IfTheirs } from "./if-theirs";
import { Letter } from "./letter/letter";
import { NewOwner } from "./new-owner";
import frame from "./other.module.css";
import { Owners } from "./owners";
import classes from "./placing.module.css";
import { usePlacing } from "./use-placing";

export type PlacingProps = {
  mail: OpenedMail;
  /** Of those who are guessed. */
  foreseen: Foreseen[];
  mayPlace: boolean;
  /** Where the reader goes once it is placed, and the list. */
  next: string;
  back: string;
  now: Date;
  timeZone: string;
};

/** A message that matched nobody, whom it may come from, and what would happen then. */
export function Placing({ mail, foreseen, mayPlace, next, back, now, timeZone }: PlacingProps) {
  const { owners, chosen, choose, pick, place, placeNew, hide, busy, problem } = usePlacing(mail, foreseen, next);
  const [newcomer, setNewcomer] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const digit = (place: number) => {
    const owner = owners[place - 1];
    if (owner) choose(owner.contactId);
    else if (place === owners.length + 1) search.current?.focus();
    else return false;
  };
  useHotkeys(
    mayPlace
      ? {
          1: () => digit(1),
          2: () => digit(2),
          3: () => digit(3),
          4: () => digit(4),
          n: once(hide),
          enter: (event) => (isPressed(event) || !chosen || busy ? false : place()),
        }
      : {},
  );
  const first = chosen?.firstName ?? "";
  return (
    <>
      <div className={frame.middle}>
        <header className={frame.head}>
          <Link href={back} className={frame.back} aria-label="Back to the list">
            <IconChevronLeft size={20} stroke={1.7} />
          </Link>
          <h2 className={frame.subject}>{mail.subject || "No subject"}</h2>
          {mayPlace && (
            <Button
              variant="subtle"
              color="gray"
              c="var(--ink)"
              px={8}
              disabled={busy}
              aria-busy={busy}
              leftSection={<IconMailOff size={18} stroke={1.7} aria-hidden />}
              onClick={hide}
            >
              Not for us <kbd>N</kbd>
            </Button>
          )}
        </header>
        <div className={frame.stage}>
          <div className={classes.verdict}>
            <IconZoomQuestion size={20} stroke={1.7} aria-hidden />
            <div>
              <strong className={classes.verdictTitle}>This mail matched nobody, so it stopped nobody</strong>
              <p className={classes.verdictWords}>{whyNobody(mail)}</p>
            </div>
          </div>
          <Letter mail={mail} now={now} timeZone={timeZone} />
          <h3 className={classes.belongs}>It belongs to</h3>
          <Owners owners={owners} chosen={chosen?.contactId ?? null} choose={choose} />
          {mayPlace ? (
            <div className={classes.search}>
              <kbd>{owners.length + 1}</kbd>
              <FindOwner input={search} mayBeNew={mail.fromEmail !== null} pick={pick} asNew={setNewcomer} />
            </div>
          ) : (
            owners.length === 0 && <p className={classes.quiet}>Nobody of your contacts comes to mind.</p>
          )}
          <Problem ground className={classes.problem}>
            {problem}
          </Problem>
        </div>
        {mayPlace && (
          <footer className={classes.foot}>
            <p className={classes.footWords}>
              {!chosen
                ? "Choose whose it is; until then it stops nobody."
                : chosen.address.is === "second"
                  ? `Mail from this address is ${first}’s from now on.`
                  : addressWords(chosen)}
            </p>
            <Button
              className={classes.footAct}
              color="var(--ink)"
              c="var(--on-primary)"
              disabled={!chosen}
              loading={busy}
              onClick={place}
            >
              {chosen ? `Belongs to ${chosen.name}` : "Belongs to …"} <kbd>↵</kbd>
            </Button>
          </footer>
        )}
      </div>
      {chosen ? (
        <IfTheirs what={chosen} receivedAt={mail.receivedAt} now={now} timeZone={timeZone} />
      ) : (
        <aside className={aside.aside} aria-label="If it is somebody’s" />
      )}
      {newcomer !== null && (
        <NewOwner
          email={mail.fromEmail ?? ""}
          words={newcomer}
          busy={busy}
          problem={problem}
          add={placeNew}
          close={() => setNewcomer(null)}
        />
      )}
    </>
  );
}

/** What Enter presses by itself. */
const isPressed = (event: KeyboardEvent) =>
  event.repeat || (event.target instanceof Element && event.target.closest("a, button:not([role=radio])") !== null);

function whyNobody({ fromEmail, sender }: OpenedMail): string {
  if (!fromEmail) return "It names no mail of ours by its number, and nobody by their address.";
  if (sender)
    return `It answers no mail of ours by its number, and speaks of something else than what we wrote to ${sender.name}.`;
  return `It answers no mail of ours by its number, and ${fromEmail} is no contact.`;
}

function addressWords({ address, firstName }: Foreseen): string {
  if (address.is === "theirs") return `This address is ${firstName}’s already.`;
  if (address.is === "another's") return `The address stays ${address.name}’s; this message alone is ${firstName}’s.`;
  return `The address is not remembered; this message alone is ${firstName}’s.`;
}
