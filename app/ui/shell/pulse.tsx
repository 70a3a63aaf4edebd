"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { resumeAllSending, stopAllSending } from "@/app/(team)/stop-actions";
import { useCommandKey } from "@/app/ui/keys/use-command-key";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { useLeaves } from "@/app/ui/live/use-leaves";
import { toast } from "@/app/ui/toast/toast";
import { sayClockToTheSecond } from "@/app/ui/words/clock";
import type { StopReport as Report } from "@/lib/campaigns/stop-all";
import type { ShellData } from "@/lib/shell/shell-data";
import dots from "./dots.module.css";
import classes from "./pulse.module.css";
import { StopReport } from "./stop-report";

const states = {
  stopped: "All sending is stopped",
  sending: "Sending",
  later: "Nothing more today",
  quiet: "Nothing leaves now",
  "nothing yet": "Nothing sent yet",
} as const;

type Props = { pulse: ShellData["pulse"]; asOf: string; timezone: string; mayStop: boolean };

/** What leaves next, when, and the button that stops everything; at the same place on every page. */
export function Pulse({ pulse, asOf, timezone, mayStop }: Props) {
  const { since, tryNow } = useConnection();
  const { stopped, busy, stop, resume, report, close } = useStopping(pulse, mayStop && since === null);
  const share = pulse.plannedToday === 0 ? 0 : (pulse.sentToday / pulse.plannedToday) * 100;
  return (
    <section className={stopped && !since ? classes.pulseStopped : classes.pulse} aria-label="Sending">
      <div className={classes.pulseBody}>
        {since ? (
          <>
            <Head dot={dots.dotWait} state="No connection" />
            <p className={classes.pulseNext}>
              As of {sayClockToTheSecond(since)}. Sending goes on. Stopping needs the connection.
            </p>
          </>
        ) : stopped ? (
          <>
            <Head dot={dots.dotStop} state={states.stopped} />
            <p className={classes.pulseNext}>
              by {pulse.stoppedBy ?? "your team"}
              {pulse.stoppedAt && `, ${sayClockToTheSecond(new Date(pulse.stoppedAt), timezone)}`}. Nothing leaves until somebody
              resumes it.
            </p>
          </>
        ) : (
          <>
            <Head
              dot={pulse.state === "sending" ? dots.dotLive : dots.dotQuiet}
              state={states[pulse.state]}
              hidden={pulse.next !== null}
            >
              {pulse.state === "sending" && pulse.plannedToday > 0 && (
                <span className={classes.pulseCount}>
                  {pulse.sentToday.toLocaleString("en")} of {pulse.plannedToday.toLocaleString("en")} today
                </span>
              )}
            </Head>
            {pulse.plannedToday > 0 && (
              <div className={classes.bar}>
                <div style={{ width: `${share}%` }} />
              </div>
            )}
            {pulse.state !== "sending" && pulse.plannedToday > 0 && (
              <p className={classes.pulseNext}>
                {pulse.sentToday.toLocaleString("en")} of {pulse.plannedToday.toLocaleString("en")} left today
              </p>
            )}
            {pulse.next && <Next next={pulse.next} asOf={asOf} timezone={timezone} />}
          </>
        )}
      </div>
      {since ? (
        <button type="button" className={classes.resume} onClick={tryNow}>
          Try again
        </button>
      ) : (
        mayStop && <Switch stopped={stopped} busy={busy} onClick={stopped ? resume : stop} />
      )}
      <StopReport report={report} timezone={timezone} busy={busy} onClose={close} onResume={resume} />
    </section>
  );
}

/** @param props.hidden on a phone the state is only heard: what leaves next says it. */
function Head(props: { dot: string | undefined; state: string; hidden?: boolean; children?: React.ReactNode }) {
  return (
    <div className={classes.pulseHead}>
      <span className={props.dot} aria-hidden />
      <span className={props.hidden ? classes.pulseStateOver : classes.pulseState}>{props.state}</span>
      {props.children}
    </div>
  );
}

function Next({ next, asOf, timezone }: { next: NonNullable<ShellData["pulse"]["next"]>; asOf: string; timezone: string }) {
  const { counts, text } = useLeaves(next.at, asOf, timezone);
  return (
    <>
      <p className={classes.pulseTime} {...(counts ? { role: "timer" } : {})}>
        <time dateTime={next.at} className={classes.pulseClock}>
          {text}
        </time>{" "}
        {counts ? "to the next mail" : "the next mail"}
        <span className={classes.pulseWho}>, {next.name}</span>
      </p>
      <p className={classes.pulseNext}>
        {next.name}
        {next.campaignId === null && ", by hand"}, from {next.mailbox.split("@")[0]}@
      </p>
    </>
  );
}

function Switch({ stopped, busy, onClick }: { stopped: boolean; busy: boolean; onClick: () => void }) {
  const command = useCommandKey();
  return (
    <button type="button" className={stopped ? classes.resume : classes.stop} disabled={busy} onClick={onClick}>
      {!stopped && <i aria-hidden />}
      <span>
        {stopped ? "Resume all" : "Stop all"}
        <span className={classes.wide}> sending</span>
      </span>
      {!stopped && <kbd>{command} .</kbd>}
    </button>
  );
}

function complain(message: string) {
  toast(message, { trouble: true });
}

/** Stops and resumes, by button and by ⌘. ; a stop leaves its report. */
function useStopping(pulse: Props["pulse"], may: boolean) {
  const stopped = pulse.state === "stopped";
  const router = useRouter();
  const [busy, begin] = useTransition();
  const [report, setReport] = useState<Report | null>(null);
  const stop = () =>
    begin(async () => {
      const result = await stopAllSending({}).catch(() => null);
      if (result?.ok) setReport(result.data);
      else complain(result?.error.message ?? "Countersign does not answer. Nothing was stopped; press again.");
    });
  /** What goes on is what was shown: by the report where it is open, else by the page. */
  const resume = () =>
    begin(async () => {
      const seen = report?.seen ?? pulse.stop;
      if (!seen) return;
      const result = await resumeAllSending(seen).catch(() => null);
      if (!result?.ok) complain(result?.error.message ?? "Countersign does not answer. Sending is still stopped.");
      else if (result.data) toast(result.data);
      setReport(null);
      if (result) router.refresh();
    });
  useHotkeys({ "mod+.": !stopped && may && once(stop) }, { of: "always" });
  return { stopped, busy, stop, resume, report, close: () => setReport(null) };
}
