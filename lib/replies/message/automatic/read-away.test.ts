import { describe, expect, test } from "vitest";
import { readAway } from "./read-away";
import { eastern, northern, western } from "./testing/absences";
import { received } from "./testing/received";

const read = (day: string, text: string, subject = "Re: Invoices") =>
  readAway(received({ text, subject, receivedAt: new Date(`${day}T09:00:00Z`) }));

describe("the first day back", () => {
  test.each([...western, ...northern, ...eastern])("on %s: %s", (day, text, back) => {
    expect(read(day, text).back).toBe(back);
  });
});
