import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env/env";

const draftHeader = "x-countersign-draft";

/**
 * Tells pages their own path, so that signing in can lead back to it, and what the browser may run on them. It guards nothing
 * else: pages and actions do.
 * A mail program's one click posts to the address of the unsubscribe page itself (RFC 8058); a page takes no plain
 * POST, so it is handed to the route below it.
 */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-countersign-path", pathOf(request) + request.nextUrl.search);
  if (request.method === "POST" && /^\/u\/[^/]+\/?$/.test(request.nextUrl.pathname)) {
    const stop = new URL(`${request.nextUrl.pathname.replace(/\/$/, "")}/stop`, request.url);
    return NextResponse.rewrite(stop, { request: { headers } });
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce);
  // Next reads the nonce of its own scripts out of the request's policy; ours reads it by name.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = isDraft(request) ? toReview(request, headers) : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/**
 * One page for every draft, which reads the draft out of its path: moving on must not build the page anew. Not as a parameter: the
 * router counts those as part of the page, so the next refresh would find another page than it asked for, and load everything anew.
 */
function toReview(request: NextRequest, headers: Headers) {
  headers.set(draftHeader, request.nextUrl.pathname.split("/")[2] ?? "");
  return NextResponse.rewrite(new URL(`/review${request.nextUrl.search}`, request.url), { request: { headers } });
}

function isDraft(request: NextRequest): boolean {
  return /^\/review\/[^/]+\/?$/.test(request.nextUrl.pathname);
}

/** Where the server is bound to an address, a page it is led on to is asked for over HTTP and comes by here a second time. */
function pathOf(request: NextRequest): string {
  const { pathname } = request.nextUrl;
  const draft = request.headers.get(draftHeader);
  return pathname === "/review" && draft && /^[\w-]+$/.test(draft) ? `/review/${draft}` : pathname;
}

/**
 * Only scripts that this very answer names run, and what they load. Styles may stand inline: React writes `style` attributes,
 * and a mail is shown with its own. Nothing is fetched from, sent to or framed by anybody else.
 */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function isHttps() {
  return env().APP_URL.startsWith("https://");
}

export const config = { matcher: ["/((?!_next/|api/).*)"] };
