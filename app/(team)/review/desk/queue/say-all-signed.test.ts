import { expect, test } from "vitest";
import { sayAllSigned } from "./say-all-signed";

test("all is signed only where nothing is being written", () => {
  expect(sayAllSigned({ nextDue: "", signed: 3, beingWritten: 0 }).title).toBe("All signed");
  expect(sayAllSigned({ nextDue: "", signed: 0, beingWritten: 0 }).title).toBe("Nothing to sign");
  expect(sayAllSigned({ nextDue: "tomorrow 9:00", signed: 3, beingWritten: 2 })).toEqual({
    title: "2 more are being written",
    text: "They come here by themselves.",
  });
  expect(sayAllSigned({ nextDue: "", signed: 3, beingWritten: 1 })).toEqual({
    title: "1 more is being written",
    text: "It comes here by itself.",
  });
});

test("the next draft is named where one comes due", () =>
  expect(sayAllSigned({ nextDue: "tomorrow 9:00", signed: 3, beingWritten: 0 }).text).toBe(
    "The next draft comes due tomorrow 9:00.",
  ));
