"use client";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useHere } from "@/app/ui/act/here";
import { sayClockToTheSecond } from "@/app/ui/words/clock";
import { useZone } from "@/app/ui/words/zone";
import { useConnection } from "./live-provider";
import classes from "./lost-line.module.css";
import { sayUnseen } from "./say-unseen";

/** On top of the page while the line is down: since when, what that means for mail, and the next try. */
export function LostLine({ pulse }: { pulse: Parameters<typeof sayUnseen>[0] }) {
  const { since, nextTry, tryNow } = useConnection();
  const { signedOut } = useHere();
  const zone = useZone();
  // Whoever was signed out was answered: the line on that says what to do.
  if (!since || signedOut) return null;
  return (
    <div className={classes.strip} role="alert">
      <IconPlugConnectedX size={18} stroke={1.7} aria-hidden />
      <p>
        <strong>No connection to Countersign since {sayClockToTheSecond(since, zone)}.</strong> You see that moment.{" "}
        {sayUnseen(pulse)} What was saved is kept.
      </p>
      <span className={classes.next} aria-live="off">
        {nextTry ? <NextTry at={nextTry} /> : "trying"}
      </span>
      <button type="button" onClick={tryNow}>
        Try now
      </button>
    </div>
  );
}

function NextTry({ at }: { at: Date }) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [at]);
  return <>{left === null ? "" : `next try in ${left} s`}</>;
}
