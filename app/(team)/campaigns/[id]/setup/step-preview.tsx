"use client";

import { MailPreview } from "@/app/ui/letter/mail-preview";
import { sayClock, sayDay, sayHere } from "@/app/ui/words/clock";
import type { StepPreview as Preview } from "@/lib/campaigns/setup/preview-step";
import { nameCity } from "@/lib/schedule/words/name-city";
import classes from "./setup.module.css";

type Props = {
  preview: Preview | null;
  hasList: boolean;
  timezone: string;
  /** Zone of the campaign. */
  there: string;
  onIndex: (index: number) => void;
  onTestCopy: (() => void) | null;
  busy: boolean;
};

/** The mail as one person of the list would get it, when about, and a test copy of it to oneself. */
export function StepPreview({ preview, hasList, timezone, there, onIndex, onTestCopy, busy }: Props) {
  const at = preview?.leavesAt ?? null;
  const differs = at && sayHere(at, there, timezone);
  return (
    <MailPreview
      preview={preview}
      nobody={`${hasList ? "Add somebody to the list" : "Choose a list"} to see the mail for a person.`}
      onIndex={onIndex}
      consequence="Such a mail cannot be signed before it is filled or has a fallback."
    >
      <p className={classes.would}>
        {at && (
          <span>
            Would leave about{" "}
            <time dateTime={at.toISOString()}>
              {sayDay(at, new Date(), there)} {sayClock(at, there)}
            </time>{" "}
            in {nameCity(there)}
            {differs && ` (${differs} here)`} from {preview?.from}
          </span>
        )}
        {onTestCopy && (
          <button type="button" className={classes.inline} disabled={busy} aria-busy={busy} onClick={onTestCopy}>
            Send a test copy to me
          </button>
        )}
      </p>
    </MailPreview>
  );
}
