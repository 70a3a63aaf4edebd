"use client";

import { Button } from "@mantine/core";
import { LaterPart } from "@/app/ui/loading/later-part";
import type { DayToPick } from "./open-day";

const load = async () => (await import("./open-day")).OpenDay;

/** The day on which somebody is back, chosen by hand. */
export function OtherDay(about: DayToPick) {
  return (
    <LaterPart about={about} load={load} popup="dialog">
      <Button variant="default" h={36} px={14} onClick={() => about.setOpened(!about.opened)}>
        Other day
      </Button>
    </LaterPart>
  );
}
