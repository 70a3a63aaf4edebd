import type { DraftView } from "@/lib/drafts/review/read-draft-view";

/** An answer is written and signed in its thread, below what it answers. */
export function writtenIn({ letterId, threadId }: NonNullable<DraftView["hand"]>): { href: string; name: string } {
  return threadId
    ? { href: `/replies/${threadId}`, name: "Open in its thread" }
    : { href: `/write?draft=${letterId}`, name: "Open in Write" };
}
