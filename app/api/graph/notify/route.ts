import { log } from "@/lib/log/log";
import { receiveNotifications } from "@/lib/microsoft/subscriptions/receive-notifications";
import { readBounded } from "./read-bounded";

export const dynamic = "force-dynamic";

const longestToken = 2000;
const mostBytes = 256 * 1024;
/** Who answers Graph later than after three seconds is told of things late, and then not at all. */
const answerWithinMs = 2200;

/**
 * Where Microsoft Graph tells that mail came, and what becomes of its subscriptions. Nobody is signed in here, and anybody may post: the
 * answer is always the same, and says nothing of whether something was believed.
 */
export async function POST(request: Request) {
  const token = new URL(request.url).searchParams.get("validationToken");
  if (token !== null) return echo(token);
  const work = receive(request).catch((error: unknown) => {
    log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "a notification was not taken in");
  });
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, answerWithinMs)))]);
  clearTimeout(timer);
  return new Response(null, { status: 202 });
}

/** By this Graph sees, before it makes a subscription, that the address is ours. */
function echo(token: string) {
  if (token.length > longestToken) return new Response(null, { status: 202 });
  return new Response(token, {
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff", "cache-control": "no-store" },
  });
}

async function receive(request: Request) {
  const text = await readBounded(request, mostBytes, answerWithinMs);
  if (text === null) return;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // No notification: Graph posts JSON.
    return;
  }
  await receiveNotifications(body);
}
