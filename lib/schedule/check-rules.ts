import { DAY_MS } from "./clock/day-ms";
import { readRules, readTime, WEEKDAYS } from "./clock/read-rules";
import { isTimeZone } from "./is-time-zone";
import type { SendingRules } from "./types";

/** One thing wrong with the rules: the field it belongs to and the sentence to show there. */
export type RulesProblem = { field: keyof SendingRules; sentence: string };

/** What is wrong with sending rules; empty when they are sound. Every other rule of time expects sound ones. */
export function checkRules(rules: SendingRules): RulesProblem[] {
  const problems: RulesProblem[] = [];
  const start = readTime(rules.windowStart);
  const end = readTime(rules.windowEnd);
  if (start === null || start === DAY_MS) {
    problems.push({ field: "windowStart", sentence: "Give the start as a time from 0:00 to 23:59." });
  }
  if (end === null) problems.push({ field: "windowEnd", sentence: "Give the end as a time from 0:00 to 24:00." });
  if (problems.length === 0) {
    const read = readRules(rules);
    if (read.open === read.close) {
      problems.push({ field: "windowEnd", sentence: "Start and end are the same time, so nothing would leave." });
    }
  }
  if (rules.days.length === 0 || rules.days.some((day) => !WEEKDAYS.includes(day))) {
    problems.push({ field: "days", sentence: "Choose at least one day to send on." });
  }
  if (!isTimeZone(rules.timeZone)) {
    problems.push({ field: "timeZone", sentence: "This is not a time zone. Pick a city from the list." });
  }
  if (!Number.isInteger(rules.dailyLimit) || rules.dailyLimit < 1) {
    problems.push({ field: "dailyLimit", sentence: "The daily limit is a whole number, at least 1." });
  }
  if (!Number.isInteger(rules.spacingSeconds) || rules.spacingSeconds < 0) {
    problems.push({ field: "spacingSeconds", sentence: "The time between two mails is 0 seconds or more." });
  }
  return problems;
}
