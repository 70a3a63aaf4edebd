"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { resumeAllSending, stopAllSending } from "@/app/(team)/stop-actions";
import { answerOf } from "@/app/ui/act/answer-of";
import { useHere } from "@/app/ui/act/here";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { useCommandKey } from "@/app/ui/keys/use-command-key";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { sayUnseen } from "@/app/ui/live/say-unseen";
import { useLeaves } from "@/app/ui/live/use-leaves";
import { useLater, useOpensOnceThere } from "@/app/ui/loading/use-later";
import { toast } from "@/app/ui/toast/toast";
import { sayClockToTheSecond, sayMoment } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { StopReport as Report } from "@/lib/campaigns/stop-all";
import type { HeldUp } from "@/lib/engine/read-held-up";
import type { ShellData } from "@/lib/shell/shell-data";
import dots from "./dots.module.css";
import classes from "./pulse.module.css";

const states = {
  stopped: "All sending is stopped",
  sending: "Sending",
  later: "Nothing more today",
  quiet: "Nothing leaves now",
  "nothing yet": "Nothing sent yet",
} as const;

const loadReport = async () => (await import("./stop-report")).StopReport;

type Props = { pulse: ShellData["pulse"]; heldUp: HeldUp | null; asOf: string; timezone: string; mayStop: boolean };

/** What leaves next, when, and the button that stops everything; at the same place on every page. */
export function Pulse({ pulse, heldUp, asOf, timezone, mayStop }: Props) {
  const { since, tryNow } = useConnection();
  const { signedOut } = useHere();
  const { stopped, busy, stop, resume, report, StopReport, close } = useStopping(pulse, mayStop && since === null);
  const share = pulse.plannedToday === 0 ? 0 : (pulse.sentToday / pulse.plannedToday) * 100;
  return (
    <section className={stopped && !since ? classes.pulseStopped : classes.pulse} aria-label="Sending">
      <div className={classes.pulseBody}>
        {since ? (
          <>
            <Head dot={dots.dotWait} state={signedOut ? "You were signed out" : "No connection"} />
            <p className={classes.pulseNext}>
              As of {sayClockToTheSecond(since, timezone)}. {sayUnseen(pulse)}
              {pulse.state !== "stopped" && (signedOut ? " Sign in to stop it." : " Stopping needs the connection.")}
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
        ) : heldUp ? (
          <>
            <Head dot={dots.dotWait} state="Mail is held up" />
            <p className={classes.pulseNext}>
              The job runner has not answered{" "}
              {heldUp.since === null
                ? "yet"
                : `since ${sayMoment(new Date(heldUp.since), new Date(asOf), timezone).replace(/^today /, "")}`}
              . Nothing is lost.
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
                  {pulse.sentToday.toLocaleString("en")} of {pulse.plannedToday.toLocaleString("en")} sent today
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
                {pulse.sentToday.toLocaleString("en")} of {pulse.plannedToday.toLocaleString("en")} sent today
              </p>
            )}
            {pulse.next && <Next next={pulse.next} asOf={asOf} timezone={timezone} />}
          </>
        )}
      </div>
      {since
        ? !signedOut && (
            <button type="button" className={classes.resume} onClick={tryNow}>
              Try again
            </button>
          )
        : mayStop && <Switch stopped={stopped} busy={busy} onClick={stopped ? resume : stop} />}
      {StopReport && <StopReport report={report} timezone={timezone} busy={busy} onClose={close} onResume={resume} />}
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
  const { counts, due, text, why } = useLeaves(next.at, asOf, timezone, next.why);
  return (
    <>
      <p className={classes.pulseTime} {...(counts ? { role: "timer" } : {})}>
        <time dateTime={next.at} className={classes.pulseClock}>
          {why ? "late" : text}
        </time>{" "}
        {counts ? "to the next mail" : due && !why ? "the next mail leaves" : "the next mail"}
        <span className={classes.pulseWho}>
          , <bdi>{next.name}</bdi>
        </span>
      </p>
      <p className={classes.pulseNext}>
        <bdi>{next.name}</bdi>
        {next.campaignId === null && ", by hand"}, from {next.mailbox.split("@")[0]}@{why && `, ${why}`}
      </p>
    </>
  );
}

function Switch({ stopped, busy, onClick }: { stopped: boolean; busy: boolean; onClick: () => void }) {
  const command = useCommandKey();
  return (
    // Never `disabled`: that takes the focus away, and the report could not give it back.
    <button
      type="button"
      className={stopped ? classes.resume : classes.stop}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={busy ? undefined : onClick}
    >
      {!stopped && <i aria-hidden />}
      <span>
        {stopped ? "Resume all" : "Stop all"}
        <span className={classes.wide}> sending</span>
      </span>
      {!stopped && <kbd>{command} .</kbd>}
    </button>
  );
}

function sayGone({ withExchange }: Report): string {
  if (withExchange.length === 0) return "No mail was on its way.";
  const names = withExchange.slice(0, 3).map(({ name }) => name);
  const more = withExchange.length > 3 ? ` and ${sayCount(withExchange.length - 3, "other", "others")}` : "";
  return `Already with Exchange: ${names.join(", ")}${more}.`;
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
  const [StopReport, askReport] = useLater(loadReport);
  const shown = useOpensOnceThere(report !== null, StopReport);
  const stop = () =>
    begin(async () => {
      const result = await answerOf(() => stopAllSending({}), complain);
      if (result.ok) {
        setReport(result.data);
        // Its report may come with a server that has gone meanwhile; what it says first is said all the same.
        if (!(await askReport())) toast("Nothing leaves any more.", { detail: sayGone(result.data) });
        return;
      }
      complain(sentenceOf(result.error));
      if (result.lost && result.lost !== "newer") router.refresh();
    });
  /** What goes on is what was shown: by the report where it is open, else by the page. */
  const resume = () =>
    begin(async () => {
      const seen = report?.seen ?? pulse.stop;
      if (!seen) return;
      const result = await answerOf(() => resumeAllSending(seen), complain);
      if (!result.ok) complain(sentenceOf(result.error));
      else if (result.data) toast(result.data);
      setReport(null);
      if (result.ok || result.lost !== "newer") router.refresh();
    });
  useHotkeys({ "mod+.": !stopped && may && once(stop) }, { of: "always" });
  return { stopped, busy, stop, resume, report: shown ? report : null, StopReport, close: () => setReport(null) };
}
