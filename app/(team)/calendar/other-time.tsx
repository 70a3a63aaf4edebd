"use client";

import { Popover, TextInput } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { readClock } from "@/app/ui/fields/read-clock";
import { Problem } from "@/app/ui/problem/problem";
import { noAnswer } from "@/app/ui/words/away";
import type { Times } from "@/lib/scheduled/read-times";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import { readTimesAction } from "./actions";
import classes from "./other-time.module.css";

type Props = {
  row: ScheduledRow;
  opened: boolean;
  setOpened: (opened: boolean) => void;
  busy: boolean;
  move: (row: ScheduledRow, to: string, words: string, after: () => void) => void;
  /** The button it opens with. */
  children: ReactElement;
};

/** Asks when a mail leaves instead: a time that offers itself, or any other, said in both towns before it counts. */
export function OtherTime({ row, opened, setOpened, busy, move, children }: Props) {
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={10}
      width={372}
      radius={14}
      shadow="xl"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.card} aria-label="When does it leave?">
        {opened && (
          <Ask
            row={row}
            busy={busy}
            keep={() => setOpened(false)}
            take={(to, words) => move(row, to, words, () => setOpened(false))}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type AskProps = { row: ScheduledRow; busy: boolean; keep: () => void; take: (at: string, words: string) => void };

function Ask({ row, busy, keep, take }: AskProps) {
  const { times, problem, isAnswered, day, setDay, time, setTime } = useTimes(row.draftId);
  const chosen = times?.chosen;
  const clock = clockOf(time);
  const isSame = chosen?.at === row.at;
  // Who is quicker than the answer never moves it to the time that stood there before.
  const sound = chosen && isAnswered && !chosen.refused && !isSame && clock !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) take(chosen.at, chosen.name);
      }}
    >
      <h2 className={classes.title}>When does it leave?</h2>
      <p>{row.seal ? `${row.seal}. ` : ""}A new time keeps the seal.</p>
      <ul className={classes.offers}>
        {times?.offers.map((offer) => (
          <li key={offer.name}>
            <button
              type="button"
              className={classes.offer}
              disabled={busy}
              aria-busy={busy}
              onClick={() => take(offer.at, offer.words)}
            >
              <span>{offer.name}</span> <span>{offer.words}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.fields}>
        <TextInput
          type="date"
          aria-label="Day"
          value={day}
          max="9999-12-31"
          data-autofocus
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          aria-label="Time"
          value={time}
          inputMode="numeric"
          autoComplete="off"
          error={clock === null && time !== "" ? true : undefined}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      <p className={classes.words} role="status">
        {clock === null && time !== "" ? (
          <span className={classes.early}>Write a time as 9:00.</span>
        ) : (
          chosen && (
            <>
              {chosen.words} <span className={classes.early}>{chosen.refused ?? chosen.early}</span>
            </>
          )
        )}
      </p>
      <Problem>{problem}</Problem>
      <div className={classes.foot}>
        <button type="button" className={classes.keep} onClick={keep}>
          Keep {row.here} <kbd>Esc</kbd>
        </button>
        <button type="submit" className={classes.take} disabled={busy || !sound} aria-busy={busy}>
          {chosen && isAnswered && !isSame ? `Move to ${chosen.name}` : "Move"} <kbd>↵</kbd>
        </button>
      </div>
    </form>
  );
}

const quietMs = 150;

/** The offers, and what the day and time that stand in the fields mean, asked anew as they change. */
function useTimes(draftId: string) {
  const [times, setTimes] = useState<Times | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [day, setDay] = useState("");
  const [time, setTime] = useState("");
  // What the times that are shown answer.
  const [answered, setAnswered] = useState("");
  const begun = useRef(false);
  useEffect(() => {
    let over = false;
    const asked = askOf(day, time);
    // Of an older question nothing is shown any more.
    if (asked === null && day !== "") setTimes((before) => before && { ...before, chosen: null });
    const ask = async () => {
      const result = await readTimesAction({ draftId, asked }).catch(() => null);
      if (over) return;
      if (!result?.ok) {
        setTimes((before) => before && { ...before, chosen: null });
        return setProblem(result ? sentenceOf(result.error) : noAnswer);
      }
      setProblem(null);
      setTimes(result.data);
      setAnswered(`${day} ${time}`);
      if (begun.current) return;
      begun.current = true;
      // What was typed before the answer came stays.
      setDay((typed) => typed || result.data.begin.day);
      setTime((typed) => typed || result.data.begin.time);
    };
    const timer = setTimeout(ask, day === "" ? 0 : quietMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [draftId, day, time]);
  return { times, problem, isAnswered: answered === `${day} ${time}`, day, setDay, time, setTime };
}

function askOf(day: string, time: string): { day: string; time: string } | null {
  const clock = clockOf(time);
  return day && clock ? { day, time: clock } : null;
}

/** A time as it was typed; the end of a day is none at which a mail leaves. */
function clockOf(time: string): string | null {
  const clock = readClock(time);
  return clock === "24:00" ? null : clock;
}
