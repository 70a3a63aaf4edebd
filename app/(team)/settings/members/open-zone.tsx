"use client";

import { EditValue } from "@/app/ui/fields/edit-value";
import { ZoneForm } from "@/app/ui/fields/rule-forms";
import { nameCity } from "@/lib/schedule/words/name-city";

type Props = { zones: string[]; used: string; onPick: (zone: string, close: () => void) => void };

/** The clock as a value that opens the cities. */
export function OpenZone({ zones, used, onPick }: Props) {
  return (
    <EditValue name="Your clock" text={nameCity(used)}>
      {(close) => <ZoneForm zones={zones} value={used} keep={(zone) => onPick(zone, close)} />}
    </EditValue>
  );
}
