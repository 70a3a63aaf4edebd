import type { ThreadView } from "@/lib/answers/thread-view";

/** The thread as it stands now; null where nobody answers. */
export async function readThread(threadId: string): Promise<ThreadView | null> {
  const response = await fetch(`/api/threads/${threadId}`, { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return null;
  return (await response.json().catch(() => null)) as ThreadView | null;
}
