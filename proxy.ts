import { type NextRequest, NextResponse } from "next/server";

/**
 * Tells pages their own path, so that signing in can lead back to it. It guards nothing: pages and actions do.
 * A mail program's one click posts to the address of the unsubscribe page itself (RFC 8058); a page takes no plain
 * POST, so it is handed to the route below it.
 */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-countersign-path", request.nextUrl.pathname + request.nextUrl.search);
  if (request.method === "POST" && /^\/u\/[^/]+\/?$/.test(request.nextUrl.pathname)) {
    const stop = new URL(`${request.nextUrl.pathname.replace(/\/$/, "")}/stop`, request.url);
    return NextResponse.rewrite(stop, { request: { headers } });
  }
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/|api/).*)"] };
