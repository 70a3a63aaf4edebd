"use client";
import { sayClock } from "@/app/ui/words/clock";
import { useZone } from "@/app/ui/words/zone";
import { useConnection } from "./live-provider";
import classes from "./live-word.module.css";

/** Whether what stands below is of this moment: "live", or "as of 12:41" while the line is down. */
export function LiveWord() {
  const { since } = useConnection();
  const zone = useZone();
  return since ? <span className={classes.old}>as of {sayClock(since, zone)}</span> : <span className={classes.live}>live</span>;
}
