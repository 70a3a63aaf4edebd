import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/access/connections";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import { type Beating, type Beats, readBeats } from "./beats";
import { judgeEngine, type Limits, limits, missed, type Verdict } from "./judge-engine";
import { processSince } from "./process-since";
import { wakeEvents } from "./wake-events";
import type { Outcome, Sender } from "./watch-send";

export type Look = { beats: Beats; verdict: Verdict | null; woken: Beating[] };

/** Is told how the engine stands before it is woken: a server that stands still may keep whoever wakes it waiting. */
export type Tell = (look: Look) => Promise<void>;

/**
 * One look at the engine: notes what became of the last events, and wakes what has not beaten for too long. Of several processes that look
 * at once one wakes: whoever changes the row. A server that takes no events is noted, not thrown.
 * @param sinceOf when this process first looked, by the database's clock.
 */
export async function lookAtEngine(
  sender: Sender,
  given: Limits = limits,
  sinceOf: (now: Date) => Date = processSince,
  tell: Tell = async () => {},
): Promise<Look> {
  const { tries, look } = await withSystem("watch engine", async (tx) => {
    await noteOutcome(tx, sender.takeOutcome());
    const beats = await readBeats(tx);
    const since = sinceOf(beats.now);
    const woken: Beating[] = [];
    for (const kind of missed(beats, since, given.wakeAfter)) if (await claim(tx, kind, given.wakeAgainAfter)) woken.push(kind);
    // Nobody may have an event to send for hours: that the server takes them again is tried, by one more sweep.
    const tries = woken.length === 0 && beats.refused !== null && (await claim(tx, "events", given.wakeAgainAfter / 2));
    return { tries, look: { beats, woken, verdict: judgeEngine(beats, since, given) } };
  });
  // Whether or not it can be told.
  const told = await Promise.allSettled([tell(look)]);
  if (tries) await wake(sender, ["sweep"], `try:${look.beats.now.getTime()}`);
  if (look.woken.length > 0) await wake(sender, look.woken, `wake:${turnOf(look.beats.now, given)}`);
  for (const one of told) if (one.status === "rejected") throw one.reason;
  return look;
}

/** Should two processes wake all the same, the second event has the id of the first, and Inngest knows it. */
const turnOf = (now: Date, { wakeAgainAfter }: Limits) => Math.floor(now.getTime() / (wakeAgainAfter * 1000));

async function wake(sender: Sender, kinds: Beating[], id: string) {
  const events = kinds.map((kind) => ({ id: `${id}:${kind}`, name: wakeEvents[kind], data: {} }));
  // The sender remembers why it failed, and that is written down here.
  await sender.send(events).catch(() => {});
  await withSystem("watch engine", (tx) => noteOutcome(tx, sender.takeOutcome()));
}

async function claim(tx: Transaction, kind: Beating | "events", seconds: number): Promise<boolean> {
  const rows = await readRows(
    tx,
    sql`update app_private.engine_beats set woken_at = clock_timestamp()
        where kind = ${kind} and (woken_at is null or woken_at < clock_timestamp() - make_interval(secs => ${seconds})) returning kind`,
  );
  return rows.length > 0;
}

async function noteOutcome(tx: Transaction, outcome: Outcome | null) {
  if (!outcome) return;
  await tx.execute(
    outcome.refused === null
      ? sql`update app_private.engine_beats set at = clock_timestamp(), refused = null, refused_since = null where kind = 'events'`
      : sql`update app_private.engine_beats set refused = ${outcome.refused}, refused_since = coalesce(refused_since, clock_timestamp())
            where kind = 'events'`,
  );
}
