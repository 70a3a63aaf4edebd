"use client";

import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useEffect } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { LetterMail, LetterView } from "@/lib/letters/letter";
import { nameFrom } from "./name-from";
import classes from "./write.module.css";

type Props = {
  view: LetterView;
  from: string;
  busy: boolean;
  problem: string | null;
  /** What was typed last came too late to be part of it. */
  unkept: boolean;
  onTakeBack: () => void;
  onRestore: () => void;
};

/** A letter that is signed or discarded: where each of its mails stands, and the way back while there is one. */
export function OverLetter({ view, from, busy, problem, unkept, onTakeBack, onRestore }: Props) {
  const signed = view.mails.filter((mail) => mail.state === "signed");
  const isDiscarded = view.state === "discarded";
  useSwallowed(unkept);
  return (
    <div className={classes.over}>
      <header className={classes.head}>
        <Link href={from} className={classes.crumb}>
          {nameFrom(from)}
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        <h1>Write</h1>
        <span className={classes.badge}>
          {isDiscarded ? (view.mayComeBack ? "Discarded" : "Ended") : signed.length > 0 ? "Signed" : "Left"}
        </span>
      </header>
      <div className={classes.overBody}>
        <h2>{verdict(view, signed)}</h2>
        <p>
          {isDiscarded
            ? view.mayComeBack
              ? "Nothing of it leaves. It can be brought back as it was."
              : "Each of its mails was cancelled or rejected, or its reader gets no mail any more. What was written stands behind each name."
            : "A signed letter stays as it is: what leaves is exactly what was signed."}
        </p>
        <ul>
          {view.mails.map((mail) => (
            <li key={mail.draftId}>
              {mail.state === "signed" || mail.state === "left" ? <SealTick size={18} /> : <span className={classes.noSeal} />}
              <Link href={`/review/${mail.draftId}`}>
                <bdi>{mail.contact.name}</bdi>
              </Link>
              <span className={classes.subjectOf}>{mail.subject}</span>
              <span>{stands(mail)}</span>
            </li>
          ))}
        </ul>
        <Problem ground>{problem ?? (unkept ? sayUnkept(view) : null)}</Problem>
        <div className={classes.overActs}>
          {signed.length > 0 && (
            <>
              <Button component={Link} href="/calendar" color="var(--ink)" c="var(--on-primary)">
                Open Scheduled
              </Button>
              <Button variant="default" loading={busy} onClick={onTakeBack}>
                Take back and write on
              </Button>
            </>
          )}
          {isDiscarded && view.mayComeBack && (
            <Button color="var(--ink)" c="var(--on-primary)" loading={busy} onClick={onRestore}>
              Bring it back
            </Button>
          )}
          <Button component={Link} href={`/write?${new URLSearchParams({ from })}`} variant="default">
            Write another
          </Button>
        </div>
      </div>
    </div>
  );
}

function sayUnkept({ state, mayComeBack }: LetterView): string {
  if (state === "discarded" && !mayComeBack) return "It ended while you wrote, so the last you typed is not kept.";
  const [was, back] = state === "discarded" ? ["discarded", "Bring it"] : ["signed", "Take it"];
  return `It was ${was} while you wrote, so the last you typed is not part of it. ${back} back, and your words stand there again.`;
}

const quietMs = 1000;

/** Who still types as the editor goes presses no keys of the page: what follows without a pause is not heard. */
function useSwallowed(typing: boolean) {
  useEffect(() => {
    if (!typing) return;
    let until = Date.now() + quietMs;
    const swallow = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.metaKey || event.ctrlKey || event.altKey || Date.now() > until) return;
      until = Date.now() + quietMs;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", swallow, true);
    return () => window.removeEventListener("keydown", swallow, true);
  }, [typing]);
}

function verdict({ state, mails, resumes, mayComeBack }: LetterView, signed: LetterMail[]): string {
  if (state === "discarded") return mayComeBack ? "This letter was discarded" : "Nothing of this letter leaves";
  if (signed.length === 0) return mails.length === 1 ? "This letter has left" : "These letters have left";
  if (resumes) return "Signed, and leaves when sending resumes";
  const first = signed.reduce((early, mail) => ((mail.leaves?.at ?? "~") < (early.leaves?.at ?? "~") ? mail : early));
  return first.leaves ? `Signed, and ${signed.length > 1 ? "the first leaves" : "leaves"} ${first.leaves.here}` : "Signed";
}

function stands({ state, leaves }: LetterMail): string {
  if (state === "left") return "Sent as signed";
  if (state === "over") return "Ended, never leaves";
  if (state === "draft") return "Not signed";
  return leaves ? `Leaves ${leaves.here}` : "Signed";
}
