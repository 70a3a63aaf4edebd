import { z } from "zod";
import type { Incoming } from "../store/insert-events";
import { Refusal } from "./respond";

const mostEvents = 5000;
const largestEvent = 512 * 1024;
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const incoming = z.object({
  name: z.string({ error: "the name is missing" }).min(1, "the name is empty").max(255, "the name is longer than 255 characters"),
  data: z.record(z.string(), z.unknown(), { error: "data must be an object" }).nullish(),
  id: z.string({ error: "the id must be a text" }).nullish(),
  ts: z.number({ error: "ts must be a number of milliseconds" }).int("ts must be whole milliseconds").nullish(),
  user: z.unknown().optional(),
  v: z.string().nullish(),
});

/** Checks the events of one request, one or many. @throws Refusal with a sentence naming the first that is wrong; then none is taken. */
export function readIncoming(body: unknown): Incoming[] {
  const events = Array.isArray(body) ? body : [body];
  if (events.length > mostEvents)
    throw new Refusal(400, `A request may carry ${mostEvents} events; this one has ${events.length}.`);
  return events.map((event: unknown, place) => {
    const refuse = (why: string): never => {
      throw new Refusal(400, `Event ${place + 1} of ${events.length}: ${why}.`);
    };
    const read = incoming.safeParse(event);
    if (!read.success) return refuse(read.error.issues[0]?.message ?? "it is not readable");
    const { name, data, id, ts, user, v } = read.data;
    if (name.startsWith("inngest/")) refuse("event name is reserved for internal use");
    if (ts && (ts < earliest || ts > latest)) refuse("ts lies outside 1980 to 2100");
    if (JSON.stringify(event).length > largestEvent) refuse("it is larger than 512 KiB");
    return { name, data: data ?? {}, id: id ?? undefined, ts: ts || undefined, user: user ?? undefined, v: v ?? undefined };
  });
}
