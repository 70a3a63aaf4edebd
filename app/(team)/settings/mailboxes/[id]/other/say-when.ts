import { sayClock, sayDay } from "@/app/ui/words/clock";

const dayMs = 86_400_000;

/** When a message came, as short as a list wants it: "12:36" today, "Thu" within the week, else "16 Nov". */
export function sayWhen(at: Date, now: Date, timeZone: string): string {
  const [day = "", ...date] = sayDay(at, now, timeZone).split(" ");
  if ([day, ...date].join(" ") === sayDay(now, now, timeZone)) return sayClock(at, timeZone);
  return Math.abs(now.getTime() - at.getTime()) < 6 * dayMs ? day : date.join(" ");
}
