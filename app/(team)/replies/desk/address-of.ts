import type { ThreadFilter } from "@/lib/threads/thread";

/** The address of a list, and of a thread in it: what is to do, of all mailboxes, needs no words. */
export function addressOf(
  { filter, mailboxId }: { filter: ThreadFilter; mailboxId: string | null },
  thread: string | null = null,
): string {
  const query = new URLSearchParams({
    ...(filter === "todo" ? {} : { show: filter }),
    ...(mailboxId ? { mailbox: mailboxId } : {}),
  });
  return `/replies${thread ? `/${thread}` : ""}${query.size > 0 ? `?${query}` : ""}`;
}
