/**
 * When a request of the router fails, it leaves the page for the browser's own "cannot be reached", and what was typed is gone.
 * While the server is away, its requests wait here instead: to read the page anew, and to go to another one. Nothing that changes
 * anything is ever sent a second time.
 * @returns `release`, which sends again what waits, and `end`.
 */
export function holdRequests(): { release: () => void; end: () => void } {
  const plain = window.fetch;
  let waiting: (() => void)[] = [];
  const release = () => {
    const now = waiting;
    waiting = [];
    for (const go of now) go();
  };
  window.fetch = async (input, init) => {
    if (!isOfRouter(init)) return plain(input, init);
    for (;;) {
      try {
        return await readWhole(await plain(input, init));
      } catch (error) {
        if (init?.signal?.aborted) throw error;
        await new Promise<void>((go) => waiting.push(go));
      }
    }
  };
  return {
    release,
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

/** The answer with its whole body: one that breaks off in the middle counts as none. The router looks at where it came from, too. */
async function readWhole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url, redirected } = answer;
  // These have no body, and may be given none.
  const bare = status === 204 || status === 205 || status === 304;
  const whole = new Response(bare ? null : await answer.arrayBuffer(), { status, statusText, headers });
  return Object.defineProperties(whole, { url: { value: url }, redirected: { value: redirected } });
}
