import type { ListedEntry } from "@/lib/suppressions/entries/read-entries";

/** What people asked for themselves ends by their asking again, and the record says when. */
export function isWish(reason: ListedEntry["reason"]): boolean {
  return reason === "unsubscribed" || reason === "complained" || reason === "asked in a reply";
}
