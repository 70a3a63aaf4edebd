/** Clocks of two machines may differ by so much. */
const marginMs = 1000;

/**
 * Remembers when something was last looked over by this process. Signing 500 drafts asks for 500 looks at their campaign, and a look that
 * began after a change has seen it. A process that knows nothing looks once more; that is always right.
 */
export function rememberLooks() {
  const began = new Map<string, number>();
  return {
    /** Whether a look that succeeded began after the event was sent. */
    covers: (id: string, sentAt: number) => (began.get(id) ?? 0) > sentAt + marginMs,
    /** Runs a look and remembers when it began, once it succeeded. */
    async look<T>(id: string, work: () => Promise<T>): Promise<T> {
      const now = Date.now();
      const result = await work();
      began.set(id, Math.max(now, began.get(id) ?? 0));
      return result;
    },
  };
}
