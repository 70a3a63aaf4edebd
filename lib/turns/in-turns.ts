/** So long one may work before others have their turn: half of what a page may be kept waiting. */
const turnMs = 10;

/** Works on each of many, one after another, and lets everything else of the process have its turn between. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began >= turnMs) {
      await new Promise<void>((next) => setImmediate(next));
      began = performance.now();
    }
    results.push(work(item));
  }
  return results;
}
