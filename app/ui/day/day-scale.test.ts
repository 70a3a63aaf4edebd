import { describe, expect, it } from "vitest";
import type { DayLane, DayMark } from "@/lib/analytics/read-day";
import { countBins, dayScale, namedHours, sayHour } from "./day-scale";

const zone = "America/New_York";
const now = new Date("2026-11-23T17:41:00Z");
const mark = (at: string, kind: DayMark["kind"]): DayMark => ({ at: new Date(`2026-11-23T${at}:00Z`), kind, name: "" });
const lane = (marks: DayMark[]) => [{ marks } as DayLane];

describe("the hours of a day", () => {
  it("are nine to five, and more where mail needs it", () => {
    expect(dayScale([], zone, now)).toMatchObject({ from: 9, until: 17 });
    expect(dayScale(lane([mark("11:10", "sent"), mark("23:30", "signed")]), zone, now)).toMatchObject({ from: 6, until: 19 });
  });

  it("stand in proportion on the line", () => {
    const scale = dayScale([], zone, now);
    expect([9, 13, 17].map(scale.place)).toEqual(["0%", "50%", "100%"]);
  });

  it("go on over the reader's midnight, where the team's day does", () => {
    const late = dayScale(
      lane([mark("14:00", "sent"), { ...mark("14:00", "signed"), at: new Date("2026-11-24T03:30:00Z") }]),
      "Europe/Berlin",
      now,
    );
    expect(late).toMatchObject({ from: 9, until: 29 });
    expect([17, 24, 28, -1].map(sayHour)).toEqual(["17:00", "0:00", "4:00", "23:00"]);
  });

  it("are named so that they do not run into each other", () => {
    expect(namedHours({ from: 9, until: 17 } as never)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(namedHours({ from: 0, until: 24 } as never)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
  });

  it("take ten thousand mails", () => {
    const many = Array.from({ length: 10_000 }, () => mark("15:00", "sent"));
    expect(dayScale(lane(many), zone, now)).toMatchObject({ from: 9, until: 17 });
  });
});

describe("mails by the quarter of an hour", () => {
  it("are counted by kind; replies are no mail of ours", () => {
    const marks = [mark("14:00", "sent"), mark("14:14", "sent"), mark("14:15", "signed"), mark("14:16", "reply")];
    expect(countBins(marks, dayScale([], zone, now), 4)).toMatchObject([
      { hour: 9, total: 2, counts: { sent: 2, signed: 0 } },
      { hour: 9.25, total: 1, counts: { signed: 1 } },
    ]);
  });
});
