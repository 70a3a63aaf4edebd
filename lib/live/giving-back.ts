/** What this process holds for itself alone, such as a mailbox, and how to give it back: others need not wait for it to run out. */
const key = Symbol.for("countersign.giving-back");
const shared = globalThis as unknown as Record<symbol, Set<() => Promise<unknown>> | undefined>;

/** Registers `give` to be called when the process ends in the middle of it. @returns a function that takes it back. */
export function onGivingBack(give: () => Promise<unknown>): () => void {
  shared[key] ??= new Set();
  const held = shared[key];
  held.add(give);
  return () => held.delete(give);
}

/** Gives everything back, for at most `limitMs`. What cannot be given back, because the database is away, runs out by itself. */
export async function giveBack(limitMs: number): Promise<void> {
  const held = [...(shared[key] ?? [])];
  shared[key]?.clear();
  const given = Promise.allSettled(held.map((give) => give()));
  await Promise.race([given, new Promise((done) => setTimeout(done, limitMs).unref())]);
}
