import {
  AuthenticationHandler,
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import { env } from "../../env/env";
import { inTurn } from "./in-turn";

/** A mailbox as Graph sees it: whoever holds its token. */
export type Mailbox = { token: () => Promise<string> };

const graphHost = "https://graph.microsoft.com";
const timeoutMs = 60_000;

/** For reading: Microsoft's own retries on 429, 503 and 504. */
export function readClient(mailbox: Mailbox, endsAfterMs = timeoutMs): Client {
  return clientOf(mailbox, [new Reading(), new RetryHandler(new RetryHandlerOptions(2, 3))], endsAfterMs);
}

/** For reading what must be fresh: one request, one answer. */
export function readOnceClient(mailbox: Mailbox): Client {
  return clientOf(mailbox, [new Reading()], timeoutMs);
}

/** For writing: one request, one answer. The library's retries would send a mail up to four times. */
export function writeClient(mailbox: Mailbox, endsAfterMs = timeoutMs): Client {
  return clientOf(mailbox, [], endsAfterMs);
}

/** A value inside `$filter`: the library does not encode `+`, `&` and `#`, and a wrong look-up would send twice. */
export function filterValue(value: string): string {
  return encodeURIComponent(value.replace(/'/g, "''"));
}

function clientOf(mailbox: Mailbox, own: Middleware[], endsAfterMs: number): Client {
  const chain: Middleware[] = [
    new Standing(),
    new AuthenticationHandler({ getAccessToken: mailbox.token }),
    new Turn(mailbox, endsAfterMs),
    ...own,
    new TelemetryHandler(),
    standIn() ?? new HTTPMessageHandler(),
  ];
  chain.forEach((middleware, index) => {
    const next = chain[index + 1];
    if (next) middleware.setNext?.(next);
  });
  return Client.initWithMiddleware({ middleware: chain[0] as Middleware });
}

/**
 * What stands on every request: ids that stay when an item moves, beside any other preference. And on every answer: an error in
 * Graph's own form.
 */
class Standing implements Middleware {
  private next: Middleware | undefined;

  async execute(context: Context) {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined);
    headers.append("Prefer", 'IdType="ImmutableId"');
    context.options = { ...context.options, headers };
    await this.next?.execute(context);
    if (context.response) context.response = errorAsJson(context.response);
  }

  setNext(next: Middleware) {
    this.next = next;
  }
}

/** Stands on the answers to calls that only read: of an error the library keeps nothing of the request, and what it says depends on that. */
export const readingHeader = "countersign-reading";

class Reading implements Middleware {
  private next: Middleware | undefined;

  async execute(context: Context) {
    await this.next?.execute(context);
    if (!context.response || context.response.ok) return;
    const headers = new Headers(context.response.headers);
    headers.set(readingHeader, "1");
    const { body, status, statusText } = context.response;
    context.response = new Response(body, { headers, status, statusText });
  }

  setNext(next: Middleware) {
    this.next = next;
  }
}

/**
 * Lets only some requests of a mailbox out at once, by its token, and gives each an end to waiting for Microsoft. Whoever had to wait asks for the token
 * again: it says whether it is still time for the call.
 */
class Turn implements Middleware {
  private next: Middleware | undefined;
  private readonly mailbox: Mailbox;
  private readonly endsAfterMs: number;

  constructor(mailbox: Mailbox, endsAfterMs: number) {
    this.mailbox = mailbox;
    this.endsAfterMs = endsAfterMs;
  }

  async execute(context: Context) {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined);
    const isSend = /\/send$/.test(String(context.request));
    await inTurn(headers.get("Authorization") ?? "", isSend, async (waited) => {
      if (waited) headers.set("Authorization", `Bearer ${await this.mailbox.token()}`);
      context.options = { ...context.options, headers, signal: AbortSignal.timeout(this.endsAfterMs) };
      await this.next?.execute(context);
    });
  }

  setNext(next: Middleware) {
    this.next = next;
  }
}

/** Servers in front of Graph answer with a page; of a page the library forgets the headers, which say how long to wait. */
function errorAsJson(response: Response): Response {
  if (response.ok || /json/i.test(response.headers.get("content-type") ?? "")) return response;
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/json");
  for (const name of ["content-length", "content-encoding"]) headers.delete(name);
  return new Response('{"error":{"code":"","message":""}}', { status: response.status, headers });
}

/** Sends the same request to a stand-in, when one is named; nothing before this last step knows. */
function standIn(): Middleware | null {
  const address = env().MICROSOFT_STANDIN_URL;
  if (!address) return null;
  return {
    async execute(context: Context) {
      const url = String(context.request).replace(graphHost, address.replace(/\/$/, ""));
      context.response = await fetch(url, context.options as RequestInit);
    },
  };
}
