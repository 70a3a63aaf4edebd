/**
 * An answer for a request that is larger than it has any reason to be, or does not say how large it is; null for all others. Whoever is
 * not signed in can send these, and their bodies would be read into memory.
 */
export function refuseLarge(request: Request, mostBytes: number): Response | null {
  if (!request.body) return null;
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (length <= mostBytes) return null;
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return Number.isNaN(length)
    ? new Response("Say how long this is.\n", { status: 411, headers })
    : new Response("This is too large. Nothing was kept.\n", { status: 413, headers });
}
