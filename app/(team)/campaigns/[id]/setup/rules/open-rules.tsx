"use client";

import type { ReactNode } from "react";
import { EditValue } from "@/app/ui/fields/edit-value";
import { DaysForm, HoursForm, NumberForm, ZoneForm } from "@/app/ui/fields/rule-forms";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { Weekday } from "@/lib/schedule/types";
import { AsOpened } from "./as-opened";

type Rules = Setup["rules"];
type Answers = Setup["answers"];
/** How a value stands in the sentence; `busy` while something is kept. */
export type Shown = { name: string; text: string; busy: boolean };
export type EditRules = (change: Partial<Omit<Rules, "days">> & { days?: Weekday[] }, known: Rules, close: () => void) => void;
export type KeepAnswers = (change: Partial<Answers>, known: Answers, close?: () => void) => void;
type RuleProps = Shown & { rules: Rules; edit: EditRules };

/** A value whose small form changes what stood there when it was opened. */
function Opens<Known>({
  name,
  text,
  value,
  children,
}: Shown & { value: Known; children: (known: Known, close: () => void) => ReactNode }) {
  return (
    <EditValue name={name} text={text}>
      {(close) => <AsOpened value={value}>{(known) => children(known, close)}</AsOpened>}
    </EditValue>
  );
}

/** The days to send on; then, likewise, the other values of the sentence. */
export function OpenDays({ rules, edit, ...shown }: RuleProps) {
  return (
    <Opens {...shown} value={rules}>
      {(known, close) => <DaysForm days={known.days} busy={shown.busy} keep={(days) => edit({ days }, known, close)} />}
    </Opens>
  );
}

export function OpenHours({ rules, edit, ...shown }: RuleProps) {
  return (
    <Opens {...shown} value={rules}>
      {(known, close) => (
        <HoursForm
          start={known.windowStart}
          end={known.windowEnd}
          busy={shown.busy}
          keep={(windowStart, windowEnd) => edit({ windowStart, windowEnd }, known, close)}
        />
      )}
    </Opens>
  );
}

export function OpenZone({ rules, edit, zones, ...shown }: RuleProps & { zones: string[] }) {
  return (
    <Opens {...shown} value={rules}>
      {(known, close) => <ZoneForm zones={zones} value={known.timeZone} keep={(timeZone) => edit({ timeZone }, known, close)} />}
    </Opens>
  );
}

const numbers = {
  dailyLimit: { label: "Mails a day, at most", least: 1, most: 10_000 },
  spacingSeconds: { label: "Seconds between two mails", least: 0, most: 86_400 },
};

export function OpenNumber({ rules, edit, of, ...shown }: RuleProps & { of: keyof typeof numbers }) {
  return (
    <Opens {...shown} value={rules}>
      {(known, close) => (
        <NumberForm {...numbers[of]} value={known[of]} busy={shown.busy} keep={(next) => edit({ [of]: next }, known, close)} />
      )}
    </Opens>
  );
}

export function OpenAway({ answers, keep, ...shown }: Shown & { answers: Answers; keep: KeepAnswers }) {
  return (
    <Opens {...shown} value={answers}>
      {(known, close) => (
        <NumberForm
          label="Days, where no date is named"
          value={known.awayDays}
          least={1}
          most={90}
          busy={shown.busy}
          keep={(awayDays) => keep({ awayDays }, known, close)}
        />
      )}
    </Opens>
  );
}
