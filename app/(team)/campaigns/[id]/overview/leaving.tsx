"use client";
import type { ReactNode } from "react";
import { useLeaves } from "@/app/ui/live/use-leaves";
import classes from "./overview.module.css";

type Props = { at: string; asOf: string; timezone: string; children: ReactNode };

/** In how long the next mail leaves, or when, beside to whom. */
export function Leaving({ at, asOf, timezone, children }: Props) {
  const { counts, today, text } = useLeaves(at, asOf, timezone);
  return (
    <div>
      <p className={classes.small}>{counts ? "Next mail leaves in" : today ? "Next mail leaves at" : "Next mail leaves"}</p>
      <p className={classes.who}>
        <time dateTime={at} className={counts ? classes.count : classes.clock} {...(counts ? { role: "timer" } : {})}>
          {text}
        </time>
        <span className={classes.whom}>{children}</span>
      </p>
    </div>
  );
}
