import { log } from "../log/log";
import type { ErrorCode } from "./app-error";

/** What is refused because of who asks. `invalid`, `conflict` and the like are between a person and the form. */
const levels = { signed_out: "info", not_found: "info", forbidden: "warn", limited: "warn" } as const;
type Refusal = keyof typeof levels;

export type Asker = { member: { teamId: string; memberId: string } | null; client: string };
/** Names of ours alone: nothing that somebody typed, and no path. */
export type Place = { right?: string; route?: string; page?: string };

const quietMs = 60_000;
/** More at once are many clients; they are then counted together. */
const mostKept = 1000;
const kept = new Map<string, { held: number }>();

/**
 * One line for what was refused, so that whoever runs Countersign sees somebody try: the code, where, the team and the member, nothing else. Once a
 * minute of each kind and client; those in between are counted in the next line. Where they come from only parts them and is not written.
 */
export function noteRefusal(code: ErrorCode, place: Place, asker: Asker): void {
  if (!isRefusal(code)) return;
  const { teamId, memberId } = asker.member ?? {};
  const { right, route, page } = place;
  const line = { code, route, page, right, teamId, memberId };
  const exact = JSON.stringify([line, memberId ? null : asker.client]);
  const key = kept.has(exact) || kept.size < mostKept ? exact : code;
  const known = kept.get(key);
  if (known) {
    known.held += 1;
    return;
  }
  log[levels[code]]({ ...line, count: 1 }, "refused");
  const counter = { held: 0 };
  kept.set(key, counter);
  setTimeout(() => {
    kept.delete(key);
    if (counter.held > 0)
      log[levels[code]]({ ...(key === code ? { code } : line), count: counter.held }, "refused, again and again");
  }, quietMs).unref();
}

function isRefusal(code: ErrorCode): code is Refusal {
  return Object.hasOwn(levels, code);
}
