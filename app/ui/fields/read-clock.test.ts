import { describe, expect, it } from "vitest";
import { readClock } from "./read-clock";

describe("a time as people type it", () => {
  it.each([
    ["9", "09:00"],
    ["9:00", "09:00"],
    [" 09.30 ", "09:30"],
    ["0930", "09:30"],
    ["17h", "17:00"],
    ["0:00", "00:00"],
    ["23:59", "23:59"],
    ["24:00", "24:00"],
  ])("takes %j as %s", (written, time) => expect(readClock(written)).toBe(time));

  it.each(["", "noon", "24:01", "25:00", "9:60", "9:5", "-1", "9:00 pm", "99999"])("refuses %j", (written) =>
    expect(readClock(written)).toBeNull(),
  );
});
