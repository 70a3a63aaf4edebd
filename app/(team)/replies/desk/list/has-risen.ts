import type { ListedThread } from "@/lib/threads/thread";

/** They wrote again, so that it belongs on top. */
export function hasRisen(before: ListedThread, now: ListedThread): boolean {
  return now.at > before.at;
}
