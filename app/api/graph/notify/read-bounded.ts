/** The text of a body, or null where it is larger, or slower to come, than it has any reason to be. What is left of it is not read. */
export async function readBounded(request: Request, mostBytes: number, withinMs: number): Promise<string | null> {
  const reader = request.body?.getReader();
  if (!reader) return null;
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), withinMs);
  const started = performance.now();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return performance.now() - started < withinMs ? Buffer.concat(parts).toString("utf8") : null;
      size += value.byteLength;
      if (size > mostBytes) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}
