import { AsyncLocalStorage } from "node:async_hooks";

type Waiting = { body: string; resolve: (answer: Response) => void; reject: (error: unknown) => void };

const path = /\/v1\/checkpoint\/[^/]+\/async$/;
/** Steps of so many runs go in one request. */
const most = 50;

/**
 * A `fetch` for the SDK's client: steps that runs save while a request is under way go together in the next one, to the executor's
 * `/v1/checkpoints`. Each run still waits for its own answer before its next step begins. Everything else is fetched as it is.
 */
export function saveTogether(send: typeof fetch = fetch): typeof fetch {
  const waiting: Waiting[] = [];
  let busy = false;
  /** What Next and the SDK keep for one call must not be found by a request that serves several. */
  const outside = AsyncLocalStorage.snapshot();

  const flush = async (url: string, headers: RequestInit["headers"]) => {
    while (waiting.length > 0) {
      const now = waiting.splice(0, most);
      try {
        const body = `[${now.map((one) => one.body).join(",")}]`;
        const answer = await send(url, { method: "POST", headers, body });
        const statuses: unknown = answer.ok ? await answer.json() : undefined;
        for (const [place, one] of now.entries())
          one.resolve(toResponse(Array.isArray(statuses) ? statuses[place] : answer.status));
      } catch (error) {
        for (const one of now) one.reject(error);
      }
    }
    busy = false;
  };

  return (target, init) => {
    const url = target instanceof Request ? target.url : String(target);
    const body = init?.body;
    if (!path.test(url) || typeof body !== "string") return send(target, init);
    return new Promise((resolve, reject) => {
      waiting.push({ body, resolve, reject });
      if (busy) return;
      busy = true;
      outside(() => setImmediate(() => void flush(url.replace(path, "/v1/checkpoints"), init?.headers)));
    });
  };
}

/** What the SDK reads is the status alone; one that no server gives is taken for a failure, which it tries again. */
function toResponse(status: unknown): Response {
  const given = typeof status === "number" && status >= 200 && status <= 599 ? status : 502;
  return new Response(given === 204 ? null : "", { status: given });
}
