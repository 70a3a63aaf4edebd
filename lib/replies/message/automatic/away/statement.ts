import type { Temporal } from "temporal-polyfill";
import type { NamedDay } from "../dates/named-day";
import type { Span } from "../text/split-sentences";

/**
 * What a text says of one day. `last`: the last one away; `back`: the first one back; `first`: the first one away; `on`: away on that day.
 * `rank`: how surely it is about the person's own absence, 0 being the surest.
 */
export type Statement = {
  says: "last" | "back" | "first" | "on";
  named: NamedDay;
  language: string;
  sentence: Span;
  rank: number;
  /** Where a range begins, as far as it is told. */
  from: NamedDay | null;
  closed: boolean;
};

/** A statement with the days on which somebody would be back. */
export type Dated = Statement & { backs: Temporal.PlainDate[]; start: Temporal.PlainDate | null };

export const ranks = { own: 0, answer: 1, single: 2, others: 3, weak: 4 } as const;
