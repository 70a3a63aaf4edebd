import { sayClock, sayDay } from "@/app/ui/words/clock";

const day = 86_400_000;

/** When something came, as short as a list needs it: "12:29" today, "Fri" within six days, else "16 Nov", with the year when it is another one. */
export function sayWhen(at: Date, now: Date, timeZone: string): string {
  const [said, today] = [sayDay(at, now, timeZone), sayDay(now, now, timeZone)];
  if (said === today) return sayClock(at, timeZone);
  const [weekday = "", ...date] = said.split(" ");
  return now.getTime() - at.getTime() < 6 * day && at < now ? weekday : date.join(" ");
}
