import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env/env";
import { answerUnreadableAddress, isReadable } from "./lib/errors/answer-unreadable-address";
import { clientOf } from "./lib/knocks/client-of";
import { waitHeader } from "./lib/knocks/wait-header";
import { knockWithLink } from "./lib/suppressions/leaving/knock-with-link";

const openedHeader = "x-countersign-opened";

/** What is no page comes by here only where its address holds an escape, which may be one that cannot be read. */
const noPage = /^\/(_next|api)\//;

/**
 * Tells pages their own path, so that signing in can lead back to it, and what the browser may run on them. It guards nothing:
 * pages and actions do. It only slows down who opens links that we never made, since no page can answer with a status.
 * A mail program's one click posts to the address of the unsubscribe page itself (RFC 8058); a page takes no plain
 * POST, so it is handed to the route below it.
 */
export async function proxy(request: NextRequest) {
  if (!isReadable(request.nextUrl.pathname)) return answerUnreadable(request);
  if (noPage.test(request.nextUrl.pathname)) return NextResponse.next();
  const headers = new Headers(request.headers);
  headers.set("x-countersign-path", pathOf(request) + request.nextUrl.search);
  if (request.method === "POST" && /^\/u\/[^/]+\/?$/.test(request.nextUrl.pathname)) {
    const stop = new URL(`${request.nextUrl.pathname.replace(/\/$/, "")}/stop`, request.url);
    return NextResponse.rewrite(stop, { request: { headers } });
  }
  const wait = await waitOfLink(request);
  if (wait > 0) {
    headers.set(waitHeader, String(wait));
    return NextResponse.rewrite(new URL(`${request.nextUrl.pathname.replace(/\/$/, "")}/wait`, request.url), {
      request: { headers },
    });
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce);
  // Next reads the nonce of its own scripts out of the request's policy; ours reads it by name.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = isOpened(request) ? toOnePage(request, headers) : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

function answerUnreadable(request: NextRequest) {
  const { body, status, headers } = answerUnreadableAddress(request);
  const response = new NextResponse(body, { status, headers });
  response.headers.set("content-security-policy", contentPolicy(""));
  return response;
}

/** How long whoever opens an unsubscribe link waits. Where the database is away they do not: the page says so itself. */
async function waitOfLink(request: NextRequest): Promise<number> {
  const token = /^\/u\/([^/]+)\/?$/.exec(request.nextUrl.pathname)?.[1];
  if (token === undefined) return 0;
  return knockWithLink(token, clientOf(request.headers), new Date()).catch(() => 0);
}

/**
 * One page for every draft, and one for every thread, which reads the id out of its path: moving on must not build the page anew. Not as a
 * parameter: the router counts those as part of the page, so the next refresh would find another page than it asked for, and load everything anew.
 */
function toOnePage(request: NextRequest, headers: Headers) {
  const [, page, opened] = request.nextUrl.pathname.split("/");
  headers.set(openedHeader, `/${page}/${opened}`);
  return NextResponse.rewrite(new URL(`/${page}${request.nextUrl.search}`, request.url), { request: { headers } });
}

function isOpened(request: NextRequest): boolean {
  return /^\/(review|replies)\/[^/]+\/?$/.test(request.nextUrl.pathname);
}

/** Where the server is bound to an address, a page it is led on to is asked for over HTTP and comes by here a second time. */
function pathOf(request: NextRequest): string {
  const { pathname } = request.nextUrl;
  const opened = request.headers.get(openedHeader);
  return opened && /^\/[a-z]+\/[\w-]+$/.test(opened) && opened.startsWith(`${pathname}/`) ? opened : pathname;
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

export const config = { matcher: ["/((?!_next/|api/).*)", "/(api|_next)/(.*%.*)"] };
