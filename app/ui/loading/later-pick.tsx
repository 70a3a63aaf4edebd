"use client";

import type { PickValue } from "@/app/ui/fields/pick-value";
import { LaterValue } from "./later-value";

const load = async () => (await import("@/app/ui/fields/pick-value")).PickValue;

/** PickValue, whose choices come with its first press. */
export function LaterPick<Value extends string>(props: Parameters<typeof PickValue<Value>>[0]) {
  const { name, value, choices, disabled } = props;
  const now = choices.find((choice) => choice.value === value);
  return (
    <LaterValue name={name} text={now?.said ?? now?.label ?? value} disabled={disabled} about={props} load={load} popup="menu" />
  );
}
