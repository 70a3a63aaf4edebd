import { LostAnswer, UnknownAct } from "@/app/ui/act/lost-answer";
import { actHeader } from "@/lib/actions/act-header";
import { turnHeader } from "@/lib/live/turn-header";

/** Acts that are on their way. */
let acts = 0;
export const actsUnderWay = () => acts;

/**
 * When a request of the router fails, it leaves the page for the browser's own "cannot be reached", and what was typed is gone.
 * While the server is away, its requests wait here instead: to read the page anew, and to go to another one. Nothing that changes
 * anything is ever sent a second time; it gets an id, by which is asked what became of it when its answer is lost.
 * @returns `release`, which sends again what waits; `turn`, with which the router's next request says that it was told to; and `end`.
 */
export function holdRequests(): { release: () => void; turn: (id: string | undefined) => void; end: () => void } {
  const plain = window.fetch;
  let waiting: (() => void)[] = [];
  let turn: string | undefined;
  const release = () => {
    const now = waiting;
    waiting = [];
    for (const go of now) go();
  };
  window.fetch = async (input, init) => {
    if (isAct(init)) return sendAct(plain, input, init ?? {});
    if (!isOfRouter(init)) return plain(input, init);
    const headers = new Headers(init?.headers);
    if (turn !== undefined) headers.set(turnHeader, turn);
    turn = undefined;
    for (;;) {
      try {
        return await readWhole(await plain(input, { ...init, headers }));
      } catch (error) {
        if (init?.signal?.aborted) throw error;
        await new Promise<void>((go) => waiting.push(go));
      }
    }
  };
  return {
    release,
    turn: (id) => {
      turn = id;
    },
    end: () => {
      window.fetch = plain;
      release();
    },
  };
}

/** The router reads pages by GET with this header; actions, which change things, do not carry it. */
function isOfRouter(init: RequestInit | undefined): boolean {
  return (init?.method ?? "GET") === "GET" && new Headers(init?.headers).get("rsc") === "1";
}

function isAct(init: RequestInit | undefined): boolean {
  return init?.method === "POST" && new Headers(init.headers).has("next-action");
}

/** @throws LostAnswer where none comes whole, or only a word of what stands between; UnknownAct where the server is of another version. */
async function sendAct(plain: typeof fetch, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const id = crypto.randomUUID();
  headers.set(actHeader, id);
  acts += 1;
  try {
    const answer = await readWhole(await plain(input, { ...init, headers }));
    if (answer.headers.get("x-nextjs-action-not-found") === "1") throw new UnknownAct();
    const isOurs = answer.headers.get("content-type")?.startsWith("text/x-component") || answer.headers.has("x-action-redirect");
    if (!isOurs) throw new Error(`Answered ${answer.status} by something else.`);
    return answer;
  } catch (error) {
    throw error instanceof UnknownAct ? error : new LostAnswer(id, error);
  } finally {
    acts -= 1;
  }
}

/** The answer with its whole body: one that breaks off in the middle counts as none. The router looks at where it came from, too. */
async function readWhole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url, redirected } = answer;
  // These have no body, and may be given none.
  const bare = status === 204 || status === 205 || status === 304;
  const whole = new Response(bare ? null : await answer.arrayBuffer(), { status, statusText, headers });
  return Object.defineProperties(whole, { url: { value: url }, redirected: { value: redirected } });
}
