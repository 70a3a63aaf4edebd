/**
 * So many requests of this process for one mailbox are under way at once; others wait, and a mail that leaves goes first. Microsoft takes four from an
 * app and mailbox and answers more with 429 "ApplicationThrottled" (learn.microsoft.com, Graph throttling limits, Outlook). One is left to a second
 * process, which reads and sends under leases of the same mailbox and so has little of its own to ask.
 */
const mostAtOnce = 3;

type Line = { busy: number; waiting: { isFirst: boolean; go: () => void }[] };
const lines = new Map<string, Line>();

/** Runs `fn` when its turn comes. @param key the mailbox. @param fn is told whether it had to wait. */
export async function inTurn<T>(key: string, isFirst: boolean, fn: (waited: boolean) => Promise<T>): Promise<T> {
  const line = lines.get(key) ?? { busy: 0, waiting: [] };
  lines.set(key, line);
  const waits = line.busy >= mostAtOnce;
  if (waits) await new Promise<void>((go) => enter(line, { isFirst, go }));
  else line.busy += 1;
  try {
    return await fn(waits);
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = line.waiting.shift();
    if (next) next.go();
    else line.busy -= 1;
    if (line.busy === 0) lines.delete(key);
  }
}

function enter(line: Line, one: Line["waiting"][number]) {
  const behind = one.isFirst ? line.waiting.findIndex(({ isFirst }) => !isFirst) : -1;
  line.waiting.splice(behind === -1 ? line.waiting.length : behind, 0, one);
}
