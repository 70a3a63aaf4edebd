import { Temporal } from "temporal-polyfill";
import { DAY_MS } from "./day-ms";

/**
 * The wall clock of one zone in plain numbers. `ms` are epoch milliseconds; `local` are the milliseconds the wall
 * clock shows, counted as if it stood in UTC. Temporal knows the offsets; they are asked once per change of
 * offset, because a forecast needs tens of thousands of answers within one page load.
 */
export type ZoneClock = {
  toLocal(ms: number): number;
  /** Number of the local calendar day, 0 = 1970-01-01. */
  dayOf(ms: number): number;
  /** First instant at which the wall clock shows `local` or later; the end of a gap for a time that is skipped. */
  firstAt(local: number): number;
  /** Like firstAt, but of a repeated hour the pass after which the clock never falls behind `local` again. */
  settledAt(local: number): number;
};

type Span = { from: number; to: number; offset: number };

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone. Throws RangeError for a name that is no zone. */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = createClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}

function createClock(timeZone: string): ZoneClock {
  const spans: Span[] = [];
  let recent: Span | null = null;

  function spanOf(ms: number): Span {
    if (recent && ms >= recent.from && ms < recent.to) return recent;
    if (spans.length === 0) spans.push(readSpan(timeZone, ms));
    let last = spans[spans.length - 1] as Span;
    while (ms >= last.to) {
      last = readSpan(timeZone, last.to);
      spans.push(last);
    }
    let first = spans[0] as Span;
    while (ms < first.from) {
      first = readSpan(timeZone, first.from - 1);
      spans.unshift(first);
    }
    recent = find(spans, ms);
    return recent;
  }

  /** Every instant at which the clock shows `local`, earliest first: none in a gap, two in a repeated hour. */
  function instantsOf(local: number): number[] {
    const found = new Set<number>();
    for (const span of spansAround(local)) {
      const ms = local - span.offset;
      if (ms >= span.from && ms < span.to) found.add(ms);
    }
    return [...found].sort((a, b) => a - b);
  }

  // Two days on either side cover every offset and a skipped calendar day.
  function spansAround(local: number): Span[] {
    const around = [spanOf(local - 2 * DAY_MS)];
    for (let last = around[0] as Span; last.to <= local + 2 * DAY_MS; ) {
      last = spanOf(last.to);
      around.push(last);
    }
    return around;
  }

  function endOfGap(local: number): number {
    const around = spansAround(local);
    const after = around.find((span, i) => {
      const before = around[i - 1];
      return before && span.from + before.offset <= local && local < span.from + span.offset;
    });
    if (!after) throw new RangeError(`${timeZone} shows ${local} neither once nor never`);
    return after.from;
  }

  return {
    toLocal: (ms) => ms + spanOf(ms).offset,
    dayOf: (ms) => Math.floor((ms + spanOf(ms).offset) / DAY_MS),
    firstAt: (local) => instantsOf(local)[0] ?? endOfGap(local),
    settledAt(local) {
      const [first, ...later] = instantsOf(local);
      if (first === undefined) return endOfGap(local);
      const second = later[0];
      if (second === undefined) return first;
      const fold = spanOf(second);
      return fold.from + fold.offset >= local ? first : second;
    },
  };
}

function readSpan(timeZone: string, ms: number): Span {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const next = at.getTimeZoneTransition("next");
  // "previous" is exclusive: a transition at this very instant is found from a moment later.
  const previous = at.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return {
    from: previous ? previous.epochMilliseconds : Number.NEGATIVE_INFINITY,
    to: next ? next.epochMilliseconds : Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 1e6,
  };
}

function find(spans: Span[], ms: number): Span {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).from <= ms) low = middle;
    else high = middle - 1;
  }
  return spans[low] as Span;
}
