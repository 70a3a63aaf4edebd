/**
 * Gathers what is written while a write is under way, and writes it as one statement, which is one transaction for all of it.
 * Under load dozens of answers share one commit; a single answer waits for nobody.
 */
export function createBatcher<Item, Result>(write: (items: Item[]) => Promise<(item: Item) => Result>, largest = 200) {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  let busy = false;
  const flush = async () => {
    busy = true;
    while (waiting.length > 0) {
      const now = waiting.splice(0, largest);
      try {
        const resultOf = await write(now.map((entry) => entry.item));
        for (const entry of now) entry.resolve(resultOf(entry.item));
      } catch (error) {
        for (const entry of now) entry.reject(error);
      }
    }
    busy = false;
  };
  return (item: Item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(flush);
    });
}
