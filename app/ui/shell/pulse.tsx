"use client";
import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useTransition } from "react";
import { resumeAllSending, stopAllSending } from "@/app/(team)/stop-actions";
import { Countdown } from "@/app/ui/live/countdown";
import type { ShellData } from "@/lib/team/shell-data";
import classes from "./shell.module.css";

const states = {
  stopped: "Stopped",
  sending: "Sending",
  quiet: "Nothing leaves now",
  "nothing yet": "Nothing sent yet",
} as const;

/** What leaves next, when, and the button that stops everything; at the same place on every page. */
export function Pulse({ pulse, timezone, mayStop }: { pulse: ShellData["pulse"]; timezone: string; mayStop: boolean }) {
  const [busy, begin] = useTransition();
  const stopped = pulse.state === "stopped";
  const act = useCallback(
    () =>
      begin(async () => {
        const result = await (stopped ? resumeAllSending({}) : stopAllSending({}));
        if (!result.ok) notifications.show({ message: result.error.message, color: "red", autoClose: false });
        else if (!stopped) notifications.show({ message: "All sending is stopped. Nothing leaves until somebody resumes it." });
      }),
    [stopped],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "." || !(event.metaKey || event.ctrlKey) || stopped || !mayStop) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [act, stopped, mayStop]);
  const share = pulse.plannedToday === 0 ? 0 : (pulse.sentToday / pulse.plannedToday) * 100;
  return (
    <section className={classes.pulse} aria-label="Sending">
      <div className={classes.pulseBody}>
        <div className={classes.pulseHead}>
          <span
            className={stopped ? classes.dotStop : pulse.state === "sending" ? classes.dotLive : classes.dotQuiet}
            aria-hidden
          />
          <span>{states[pulse.state]}</span>
          {pulse.plannedToday > 0 && (
            <span className={classes.pulseCount}>
              {pulse.sentToday} of {pulse.plannedToday} today
            </span>
          )}
        </div>
        <div className={classes.bar}>
          <div style={{ width: `${share}%` }} />
        </div>
        {stopped && <p className={classes.pulseNext}>Paused by {pulse.stoppedBy ?? "your team"}. Nothing leaves.</p>}
        {!stopped && pulse.next && (
          <>
            <p className={classes.pulseTime}>
              <Countdown at={pulse.next.at} timezone={timezone} className={classes.pulseClock} /> to the next mail
            </p>
            <p className={classes.pulseNext}>
              {pulse.next.name}, from {pulse.next.mailbox.split("@")[0]}@
            </p>
          </>
        )}
      </div>
      {mayStop && (
        <button type="button" className={stopped ? classes.resume : classes.stop} disabled={busy} onClick={act}>
          {stopped ? "Resume all sending" : "Stop all sending"}
          {!stopped && <kbd>⌘ .</kbd>}
        </button>
      )}
    </section>
  );
}
