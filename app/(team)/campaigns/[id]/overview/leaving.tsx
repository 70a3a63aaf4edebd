"use client";
import type { ReactNode } from "react";
import { useLeaves } from "@/app/ui/live/use-leaves";
import classes from "./overview.module.css";

type Props = { at: string; asOf: string; timezone: string; why: string | null; children: ReactNode };

/** In how long the next mail leaves, or when, beside to whom; once its minute has come, that it leaves now, or why not. */
export function Leaving({ at, asOf, timezone, why: known, children }: Props) {
  const { counts, due, today, text, why } = useLeaves(at, asOf, timezone, known);
  return (
    <div>
      <p className={classes.small}>
        {counts ? "Next mail leaves in" : today && !due ? "Next mail leaves at" : why ? `Next mail, ${why}` : "Next mail leaves"}
      </p>
      <p className={classes.who}>
        <time dateTime={at} className={counts ? classes.count : classes.clock} {...(counts ? { role: "timer" } : {})}>
          {why ? "late" : text}
        </time>
        <span className={classes.whom}>{children}</span>
      </p>
    </div>
  );
}
