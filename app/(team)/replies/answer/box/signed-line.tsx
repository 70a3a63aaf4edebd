"use client";

import { SealTick } from "@/app/ui/seal/seal-tick";
import { sayClockToTheSecond } from "@/app/ui/words/clock";
import type { AnswerView, ThreadView } from "@/lib/answers/thread-view";
import { firstNameOf, shortBox } from "../../name-them";
import classes from "../answer.module.css";

type Props = { leaving: AnswerView; view: ThreadView; timezone: string; onTakeBack: () => void };

/** An answer that is signed and has not left: when it leaves, and the way back. */
export function SignedLine({ leaving, view, timezone, onTakeBack }: Props) {
  const at = leaving.leavesAt && sayClockToTheSecond(new Date(leaving.leavesAt), timezone);
  return (
    <div>
      <div className={classes.signed} role="status">
        <SealTick />
        <span>
          Your answer to {firstNameOf(view.contact)}{" "}
          {view.mailbox.canSend ? `leaves at ${at ?? "once"}` : `waits until ${shortBox(view.mailbox)} is connected`}
        </span>
        <button type="button" onClick={onTakeBack}>
          Take back
        </button>
      </div>
    </div>
  );
}
