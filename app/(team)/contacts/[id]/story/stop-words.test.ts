import { expect, test } from "vitest";
import type { Happened, Stop } from "@/lib/contacts/story/happened";
import { stopWords } from "./stop-words";

const now = new Date("2026-11-24T12:30:00Z");
const reader = { now, timeZone: "Europe/Berlin" };
const stop = (change: Partial<Stop> = {}): Stop => ({ seconds: 4, mails: [], colleagues: 0, ...change });
const mail = (wasAt: string | null, step = "Follow-up", campaign = "Supplier invoices") => ({
  step,
  campaign,
  wasAt: wasAt ? new Date(wasAt) : null,
});
const say = (change: Partial<Happened>) => {
  const event = {
    id: "e",
    kind: "ended",
    at: now,
    title: "replied",
    about: "Supplier invoices",
    by: null,
    text: "",
    place: null,
  } as const;
  return stopWords({ ...event, otherwise: false, letter: null, stop: stop(), ...change }, reader).join(" | ");
};

test.each<[Partial<Happened>, string]>([
  [
    { stop: stop({ mails: [mail("2026-11-25T08:10:00Z")] }) },
    "Stopped 4 s after it arrived | Follow-up was to leave tomorrow 9:10",
  ],
  [
    { stop: stop({ seconds: 7320, mails: [mail("2026-11-16T08:10:00Z")] }) },
    "Stopped 2 h 2 min after it arrived | Follow-up was to leave Mon 16 Nov 9:10",
  ],
  [{ stop: stop({ mails: [mail(null)] }) }, "Stopped 4 s after it arrived | Follow-up was next"],
  [
    { stop: stop({ mails: [mail("2026-11-24T14:10:00Z"), mail(null, "Last note", "Printers")] }) },
    "Stopped 4 s after it arrived | Follow-up of Supplier invoices was to leave 15:10, Last note of Printers was next",
  ],
  [
    { stop: stop({ mails: [mail(null)], colleagues: 2 }) },
    "Stopped 4 s after it arrived | Follow-up was next. It stopped for 2 colleagues of theirs, too",
  ],
  [{ stop: stop() }, "Stopped 4 s after it arrived | Supplier invoices sends them nothing more"],
  [{ stop: stop({ seconds: null }) }, "Stopped, they wrote back | Supplier invoices sends them nothing more"],
  [
    { title: "bounced", stop: stop({ seconds: null }) },
    "Stopped, the address is dead | Supplier invoices sends them nothing more",
  ],
  [
    { title: "stopped by hand", by: "Ben", stop: stop({ seconds: null }) },
    "Stopped by hand by Ben | Supplier invoices sends them nothing more",
  ],
  [
    { title: "company answered", stop: stop({ seconds: null }) },
    "A colleague of theirs answered | so Supplier invoices has ended for them",
  ],
  [
    { title: "left the company", by: "Ben", stop: stop({ seconds: null }) },
    "Left the company | said by Ben, so Supplier invoices has ended for them",
  ],
])("says that and why it stopped, and what was to leave: %#", (change, words) => {
  expect(say(change)).toBe(words);
});
