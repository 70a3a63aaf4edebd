import { toTemporal } from "../clock/to-temporal";
import { formatClock } from "./format-time";
import { nameCity } from "./name-city";

/** "8:22 in New York", with its weekday where that is another: an instant on a reader's own clock. Null where that shows what is said here, or is not known. */
export function sayThere(at: Date, here: string, there: string | null): string | null {
  if (!there) return null;
  const instant = toTemporal(at);
  const own = instant.toZonedDateTimeISO(there);
  const ours = instant.toZonedDateTimeISO(here);
  if (own.toPlainDateTime().equals(ours.toPlainDateTime())) return null;
  const isOtherDay = !own.toPlainDate().equals(ours.toPlainDate());
  const day = isOtherDay ? `${new Intl.DateTimeFormat("en-GB", { timeZone: there, weekday: "short" }).format(at)} ` : "";
  return `${day}${formatClock(instant, there)} in ${nameCity(there)}`;
}
