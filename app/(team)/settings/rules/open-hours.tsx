"use client";

import { EditValue } from "@/app/ui/fields/edit-value";
import { DaysForm, HoursForm } from "@/app/ui/fields/rule-forms";
import type { TeamHours } from "@/lib/schedule/leave-at";
import type { Weekday } from "@/lib/schedule/types";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import { sayHours } from "./say-hours";

export type HoursChange = { days: Weekday[] } | { start: string; end: string };
type Keeping = { busy: boolean; onKeep: (change: HoursChange, close: () => void) => void };

/** The days of the good times as a value that opens the week. */
export function OpenDays({ days, busy, onKeep }: Keeping & { days: TeamHours["days"] }) {
  return (
    <EditValue name="Days" text={describeDays(days)}>
      {(close) => (
        <DaysForm label="Days on which mail may arrive" days={days} busy={busy} keep={(next) => onKeep({ days: next }, close)} />
      )}
    </EditValue>
  );
}

/** Their hours likewise. */
export function OpenHours({ hours, busy, onKeep }: Keeping & { hours: TeamHours }) {
  return (
    <EditValue name="Hours" text={sayHours(hours)}>
      {(close) => (
        <HoursForm start={hours.start} end={hours.end} busy={busy} keep={(start, end) => onKeep({ start, end }, close)} />
      )}
    </EditValue>
  );
}
