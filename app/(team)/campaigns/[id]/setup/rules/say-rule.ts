import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { Weekday } from "@/lib/schedule/types";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import { nameCity } from "@/lib/schedule/words/name-city";

export function sayHours(start: string, end: string): string {
  const plain = (text: string) => text.slice(0, 5).replace(/^0(\d)/, "$1");
  const overnight = end.slice(0, 5) <= start.slice(0, 5);
  return `${plain(start)} and ${plain(end)}${overnight ? " the next day" : ""}`;
}

export function saySpacing(seconds: number): string {
  return seconds === 0 ? "one right after the other" : `${formatDuration(seconds)} apart`;
}

/** What somebody made of a rule, within a sentence: "the daily limit to 60 a day". */
export function sayRule(setup: Setup, field: string, value: unknown): string {
  const named = (all: { id: string; name?: string; email?: string }[]) => {
    const found = all.find((one) => one.id === value);
    return found ? ` to ${found.name ?? found.email}` : "";
  };
  if (field === "days" && Array.isArray(value)) return `the days to ${describeDays(value as Weekday[])}`;
  if (field === "windowStart") return `the hours to begin at ${clockOf(value)}`;
  if (field === "windowEnd") return `the hours to end at ${clockOf(value)}`;
  if (field === "timeZone") return `the time zone to ${nameCity(String(value))}`;
  if (field === "dailyLimit") return `the daily limit to ${Number(value).toLocaleString("en")} a day`;
  if (field === "spacingSeconds") return `the spacing to ${saySpacing(Number(value))}`;
  if (field === "listId") return `the list${named(setup.lists)}`;
  if (field === "senderAccountId") return `the mailbox${named(setup.mailboxes)}`;
  if (field === "replyStops")
    return `whom an answer stops to ${value === "company" ? "everybody of their company" : "the person"}`;
  if (field === "awayDays") return `how long one who is away waits to ${value === 1 ? "1 day" : `${value} days`}`;
  return "this";
}

const clockOf = (value: unknown) =>
  String(value)
    .slice(0, 5)
    .replace(/^0(\d)/, "$1");
