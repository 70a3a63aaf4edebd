import { header, type ReceivedMessage } from "../../received-message";

/** Which of two numbers is the day where the language does not say it; null where nothing tells. */
export type Order = "day first" | "month first" | null;

/** American English is what programs are delivered with, and tells nothing. */
const dayFirstCountries = /^en-(?:gb|au|nz|ie|in|za|sg|hk)/i;

/**
 * By other dates of the text first, where a number above twelve must be the day, then by the country of the writer. A server's stamp, with its seconds, is in
 * the order of the server.
 */
export function orderOfNumbers(message: ReceivedMessage, folded: string): Order {
  const told = { day: false, month: false };
  for (const { groups } of folded.matchAll(
    /(?<![\d./-])(?<a>\d{1,2})(?:[/.-](?<b>\d{1,2})[/.-](?:\d{4}|\d{2})|\/(?<c>\d{1,2}))(?![\d/]|,? \d{1,2}:\d{2}:\d{2})/gu,
  )) {
    const [a, b] = [Number(groups?.a), Number(groups?.b ?? groups?.c)];
    if (a > 12 && a <= 31 && b <= 12) told.day = true;
    if (b > 12 && b <= 31 && a <= 12) told.month = true;
  }
  if (told.day !== told.month) return told.day ? "day first" : "month first";
  if (told.day) return null;
  return orderOfPlace(message);
}

/** The clock of a writer tells nothing: English is written in every zone, in both orders. */
function orderOfPlace(message: ReceivedMessage): Order {
  const tongue = (header(message, "content-language") ?? header(message, "accept-language") ?? "").trim();
  return dayFirstCountries.test(tongue) ? "day first" : null;
}
