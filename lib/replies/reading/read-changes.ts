import type { Scope } from "@/db/access/with-team";
import { clearTrouble } from "../../microsoft/clear-trouble";
import type { Mailbox } from "../../microsoft/graph/clients";
import { SyncStateLostError } from "../../microsoft/graph/read-inbox";
import { pageFault } from "../../microsoft/graph/reading-faults";
import { openIntake } from "./open-intake";
import { keepPlace, type Place, readPlace } from "./place";
import { readAround } from "./read-around";
import type { OwnMailbox } from "./read-own";
import { type Page, readPage } from "./read-page";
import { listWaiting, setAside, stuckPage, takeBack, type Waiting } from "./set-aside";

export type Read = { read: number; written: number; unfinished: boolean };

const pagePauses = [60, 120];
/** Where reading begins for a new mailbox, and how far it goes back where Microsoft lost our place. */
const beginHoursBack = 1;
/** One message that may be an answer holds follow-ups back for so long: if new ones came all the time, nothing would ever leave. */
const holdsMs = 600_000;
/** After reading around: what may be too young for a look-up comes again in the new change list, and a page given up is older. */
const overlapMs = 120_000;

/**
 * Reads what is new in a mailbox and writes what concerns a campaign, page by page: the place in the list is kept only after the page was
 * worked on, so a crash reads it again, and what was written stays once.
 * @param isTimeUp asked before each message; what is left comes next time.
 * @throws StuckPageError while a page fails; else what Graph answers for the mailbox as a whole.
 */
export async function readChanges(
  scope: Scope,
  own: OwnMailbox,
  mailbox: Mailbox,
  now: Date,
  isTimeUp: () => boolean,
): Promise<Read> {
  const id = own.senderAccountId;
  const place = await readPlace(scope, id);
  const intake = openIntake(scope, own, mailbox, place, now, isTimeUp);
  const result = (unfinished: boolean) => ({ ...intake.counts, unfinished });

  const waiting = await listWaiting(scope, id);
  const stuck = waiting.find((one) => one.graphId === stuckPage);
  for (const one of waiting) if (one !== stuck && one.nextTryAt && one.nextTryAt <= now && !isTimeUp()) await intake.retry(one);
  if (stuck?.nextTryAt && stuck.nextTryAt > now) throw new StuckPageError(stuck.code);

  const begin = beginOf(place, own, now);
  let from: { link: string } | { since: Date } = place.link ? { link: place.link } : { since: begin };
  let wentAround = false;
  for (;;) {
    const page: Page | { error: unknown } = await readPage(mailbox, from, place.pageSize).catch((error: unknown) => ({ error }));
    if ("error" in page) {
      if (page.error instanceof SyncStateLostError && "link" in from) {
        from = { since: begin };
        continue;
      }
      const fault = pageFault(page.error);
      if (!fault || wentAround) throw page.error;
      const isGivenUp = await setAside(scope, id, stuckPage, { code: fault.code, pauses: pagePauses }, now);
      if (!isGivenUp) throw new StuckPageError(fault.code);
      wentAround = true;
      if (!(await readAround(scope, id, mailbox, begin, intake.work, now))) return result(true);
      from = { since: new Date(now.getTime() - overlapMs) };
      continue;
    }
    // One at a time is for the passage of a broken item only.
    place.pageSize = Math.max(page.size, 10);
    if (!(await intake.work(page.items))) return result(true);
    const isEnd = page.next.isLast && !(await listWaiting(scope, id)).some((one) => isHolding(one, now));
    const kept = await keepPlace(scope, id, place.link, {
      link: page.next.link,
      done: [],
      pageSize: place.pageSize,
      lastMessageAt: intake.newest(),
      ...(isEnd ? { lastPolledAt: now } : {}),
      ...(page.next.isLast ? { error: null } : {}),
    });
    if (!kept) return result(false);
    place.link = page.next.link;
    if (stuck || wentAround) await takeBack(scope, id, stuckPage);
    if (page.next.isLast) {
      if (own.trouble === "unreadable" || own.trouble === "no_licence") await clearTrouble(scope, id, now, own.trouble);
      return result(false);
    }
    if (isTimeUp()) return result(true);
    from = { link: page.next.link };
  }
}

/** The next page fails even with one entry, and is looked at again later. */
export class StuckPageError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Microsoft does not give out the next page of changes (${code}).`);
    this.name = "StuckPageError";
    this.code = code;
  }
}

function isHolding({ graphId, firstSeenAt, givenUpAt }: Waiting, now: Date): boolean {
  return graphId !== stuckPage && givenUpAt === null && now.getTime() - firstSeenAt.getTime() < holdsMs;
}

function beginOf(place: Place, own: OwnMailbox, now: Date): Date {
  const known = place.lastMessageAt ?? place.lastPolledAt ?? own.connectedAt ?? now;
  return new Date(known.getTime() - beginHoursBack * 3_600_000);
}
