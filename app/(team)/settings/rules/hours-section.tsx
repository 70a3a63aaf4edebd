"use client";

import { useAct } from "@/app/ui/act/use-act";
import { LaterValue } from "@/app/ui/loading/later-value";
import { Problem } from "@/app/ui/problem/problem";
import type { TeamHours } from "@/lib/schedule/leave-at";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import settings from "../settings.module.css";
import { changeHoursAction } from "./hand-actions";
import type { HoursChange } from "./open-hours";
import classes from "./rules.module.css";
import { sayHours } from "./say-hours";

const loadDays = async () => (await import("./open-hours")).OpenDays;
const loadHours = async () => (await import("./open-hours")).OpenHours;

type Props = {
  hours: TeamHours;
  /** When the next good time is for a reader in the team's own zone, in words, and which town that is. */
  next: { at: string; city: string };
  manages: boolean;
};

/** The hours of "the next good time", as a sentence whose values can be changed. */
export function HoursSection({ hours, next, manages }: Props) {
  const { act, busy, problem } = useAct();
  const disabled = !manages || busy;
  const change = (to: HoursChange, close: () => void) => act(() => changeHoursAction(to), close);
  return (
    <section id="good-times" className={classes.section} aria-labelledby="good-times-head">
      <h2 id="good-times-head">Good times</h2>
      <p className={classes.about}>
        A mail by hand that is to leave at the next good time leaves in these hours, on the clock of its reader’s town; where that
        is not known, of {next.city}. Campaigns have hours of their own, and a time that somebody chose stays as it was chosen.
      </p>
      <p className={settings.sentence}>
        {"Good times are "}
        <LaterValue
          name="Days"
          text={describeDays(hours.days)}
          disabled={disabled}
          about={{ days: hours.days, busy, onKeep: change }}
          load={loadDays}
        />
        {" between "}
        <LaterValue
          name="Hours"
          text={sayHours(hours)}
          disabled={disabled}
          about={{ hours, busy, onKeep: change }}
          load={loadHours}
        />
        {" in the reader’s town."}
      </p>
      <p className={classes.state}>
        For somebody in {next.city} the next one is {next.at}.{!manages && " An administrator of your team can change them."}
      </p>
      <Problem>{problem}</Problem>
    </section>
  );
}
