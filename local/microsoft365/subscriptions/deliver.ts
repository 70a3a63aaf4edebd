import { state } from "../state";

type Waiting = { url: string; item: object; dueAt: number; attempt: number; since: number };

const mostInOne = 20;
const slowMs = 2900;
const answerWithinMs = 30_000;
const givenUpAfterMs = 4 * 3_600_000;
/** Of so many calls at least it is known whether an endpoint is slow, and these shares are punished. */
const sample = 100;
const share = { throttled: 0.1, dropped: 0.15 };
const throttledMs = 10 * 60_000;

let waiting: Waiting[] = [];
const pace = new Map<string, { at: number; slow: boolean }[]>();
/** What became of what was to be told. */
export const told = { sent: 0, dropped: 0, failed: 0, underWay: 0 };

export const stillWaiting = () => waiting.length + told.underWay;
export function forgetWaiting() {
  waiting = [];
  pace.clear();
  Object.assign(told, { sent: 0, dropped: 0, failed: 0 });
}

/** Tells an endpoint something, as the settings have it: never, twice, late, in any order. */
export function tell(url: string, item: object) {
  if (Math.random() < state.notificationsDropped || slowShare(url) >= share.dropped) {
    told.dropped += 1;
    return;
  }
  const copies = Math.random() < state.notificationsDoubled ? 2 : 1;
  for (let copy = 0; copy < copies; copy++) {
    const late = state.notificationsShuffled ? Math.random() * state.notificationDelayMs * 2 : state.notificationDelayMs;
    const punished = slowShare(url) >= share.throttled ? throttledMs : 0;
    waiting.push({ url, item, dueAt: Date.now() + late + punished + copy * 400, attempt: 0, since: Date.now() });
  }
}

/** Posts what is due; items of several subscriptions of one address share a call. */
export function deliverDue() {
  const now = Date.now();
  const due = waiting.filter((one) => one.dueAt <= now);
  if (due.length === 0) return;
  waiting = waiting.filter((one) => one.dueAt > now);
  if (state.notificationsShuffled) due.sort(() => Math.random() - 0.5);
  for (const url of new Set(due.map((one) => one.url))) {
    const items = due.filter((one) => one.url === url);
    for (let start = 0; start < items.length; start += mostInOne) void post(url, items.slice(start, start + mostInOne));
  }
}

async function post(url: string, items: Waiting[]) {
  const began = Date.now();
  told.underWay += items.length;
  const status = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ value: items.map((one) => one.item) }),
    redirect: "manual",
    signal: AbortSignal.timeout(answerWithinMs),
  }).then(
    (answer) => answer.status,
    () => -1,
  );
  told.underWay -= items.length;
  const recent = (pace.get(url) ?? []).filter((one) => one.at > began - throttledMs);
  pace.set(url, [...recent, { at: began, slow: Date.now() - began > slowMs }]);
  if (status >= 200 && status < 300) told.sent += items.length;
  else for (const one of items) again(one);
}

/** Tried again for four hours, at growing distances. */
function again(one: Waiting) {
  if (Date.now() - one.since > givenUpAfterMs) told.failed += 1;
  else waiting.push({ ...one, attempt: one.attempt + 1, dueAt: Date.now() + Math.min(600_000, 1000 * 2 ** one.attempt) });
}

function slowShare(url: string): number {
  const calls = (pace.get(url) ?? []).filter((one) => one.at > Date.now() - throttledMs);
  return calls.length < sample ? 0 : calls.filter((one) => one.slow).length / calls.length;
}
