import type { OutboxEvent } from "../events/drain-outbox";
import type { Refusal } from "./beats";
import { nameRefusal, TooSlow } from "./name-refusal";

export type Send = (events: OutboxEvent[]) => Promise<unknown>;
/** What came of the last time events were sent by this process. */
export type Outcome = { refused: Refusal | null };
/** `takeOutcome`: what is news since it was last asked. */
export type Sender = { send: Send; takeOutcome: () => Outcome | null };

/** A server that takes the connection and then says nothing would hold the outbox for ever. */
const patienceMs = 20_000;

/** The same `send`, given up after a while, which remembers whether the server took the events. */
export function watchSend(send: Send, waitMs = patienceMs): Sender {
  let last: Outcome | null = null;
  return {
    send: async (events) => {
      try {
        const answer = await within(send(events), waitMs);
        last = { refused: null };
        return answer;
      } catch (error) {
        last = { refused: nameRefusal(error) };
        throw error;
      }
    },
    takeOutcome: () => {
      const outcome = last;
      last = null;
      return outcome;
    },
  };
}

/** @throws TooSlow when nothing came of it in time. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
