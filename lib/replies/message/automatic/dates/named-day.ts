import type { Span } from "../text/split-sentences";

/** Words that name a day, or a time that is no day, before it is known which. */
export type NamedDay = Span & {
  kind: "date" | "weekday" | "day" | "relative" | "vague";
  year: number | null;
  month: number | null;
  day: number | null;
  /** The other reading where nobody can tell which number is the day. */
  other: { month: number; day: number } | null;
  /** ISO: Monday is 1. */
  weekday: number | null;
  /** ISO week, where it stands beside the weekday. */
  week: number | null;
  /** "Week on" is a week after the very next one. */
  which: "next" | "coming" | "this" | "week on" | "after next" | null;
  /** Days from today. */
  offset: number | null;
  /** First day of a range written together with its last one: "August 3-14". */
  first: { month: number | null; day: number } | null;
};

export const unnamed = {
  year: null,
  month: null,
  day: null,
  other: null,
  weekday: null,
  week: null,
  which: null,
  offset: null,
  first: null,
} as const;
