"use client";

import { SegmentedControl } from "@mantine/core";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { LaterValue } from "@/app/ui/loading/later-value";
import type { LetterView } from "@/lib/letters/letter";
import classes from "./foot.module.css";
import { clockOf, sayDay } from "./say-leave";

const loadDay = async () => (await import("./pick-day")).PickDay;
const loadTime = async () => (await import("./pick-time")).PickTime;

type Leave = LetterView["leave"];
type Props = { leave: Leave; today: string; onChange: (leave: Leave) => void };

/** The next working day, as a day to begin with. @param today "2026-11-27". */
function nextWorkday(today: string): string {
  const day = new Date(`${today}T12:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() % 6 === 0);
  return day.toISOString().slice(0, 10);
}

/** When it leaves: now, at a time, or when the team's hours open where each of them reads. */
export function LeaveChoice({ leave, today, onChange }: Props) {
  return (
    <SegmentedControl
      aria-label="When it leaves"
      className={classes.segment}
      value={leave.kind}
      onChange={(kind) =>
        onChange(
          kind === "at"
            ? {
                ...leave,
                kind,
                day: leave.day && leave.day >= today ? leave.day : nextWorkday(today),
                time: leave.time ?? "9:00",
              }
            : { ...leave, kind: kind === "good" ? "good" : "now" },
        )
      }
      data={[
        { value: "now", label: "Now" },
        { value: "at", label: "At a time" },
        { value: "good", label: "Next good time" },
      ]}
    />
  );
}

/** The sentence of a time that somebody chooses. */
export function AtATime({ leave, today, city, onChange }: Props & { city: string }) {
  if (leave.kind !== "at") return null;
  return (
    <span className={classes.at}>
      <LaterValue
        name="Day"
        text={sayDay(leave.day ?? today, today)}
        about={{ day: leave.day ?? today, today, onPick: (day: string) => onChange({ ...leave, day }) }}
        load={loadDay}
      />
      {" at "}
      <LaterValue
        name="Time"
        text={clockOf(leave.time)}
        about={{ time: leave.time, onPick: (time: string) => onChange({ ...leave, time }) }}
        load={loadTime}
      />
      {" in "}
      <LaterPick
        name="Whose clock"
        value={leave.zone}
        choices={[
          { value: "sender", label: city, said: city, about: "The same moment for all." },
          { value: "reader", label: "Each one’s town", said: "each one’s town", about: "Where nobody knows it, your own." },
        ]}
        onPick={(zone) => onChange({ ...leave, zone })}
      />
    </span>
  );
}
