import { findMember } from "@/lib/auth/find-member";
import { watchSession } from "@/lib/auth/watch/watch-session";
import { answerProgram } from "@/lib/errors/answer-program";
import { onClosing } from "@/lib/live/closing";
import { changedSince } from "@/lib/live/last-changes";
import { readBuild } from "@/lib/live/read-build";
import { readTopics, type Topic } from "@/lib/live/topic";
import { turns } from "@/lib/live/turns";
import { watchTeam } from "@/lib/live/watch-team";
import type { Frame } from "@/lib/shell/shell-data";
import { frameTopics, watchFrame } from "@/lib/shell/watch-frame";

export const dynamic = "force-dynamic";

// The browser takes a line that is silent for 12 s as cut (app/ui/live/live-provider.tsx).
const beatMs = 5000;
/** A page is told again no sooner than this after it was told. */
const againMs = 2000;

/** Whether there is a session to watch for. */
export async function HEAD() {
  return (await findMember()) ? new Response(null, { status: 204 }) : answerProgram("signed_out");
}

/**
 * Server-sent events: `change` with the topics that changed, of those the address names; `frame` with what the frame shows, once it shows
 * something else; and a beat with the server's build, so that a dead line and a newer version are noticed. Says `over` and ends when the
 * session does, and `again` when this process stops: another one may be there at once. `since` in the address is when the page was made.
 */
export async function GET(request: Request) {
  const member = await findMember();
  if (!member) return answerProgram("signed_out");
  const address = new URL(request.url).searchParams;
  const wanted = readTopics(address.get("topics"));
  const madeAt = Number(address.get("since") ?? Number.NaN);
  const text = new TextEncoder();
  const beatLine = `event: beat\ndata: ${JSON.stringify({ build: readBuild() })}\n\n`;
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (line: string) => {
        try {
          controller.enqueue(text.encode(line));
        } catch {
          // The reader left between two messages; `cancel` follows.
          end();
        }
      };
      const page = tellInTurn((changed, turn) => write(`event: change\ndata: ${JSON.stringify({ topics: changed, turn })}\n\n`));
      const stopWatching = watchTeam(member.teamId, wanted, page.tell);
      const tellFrame = (frame: Frame) => write(`event: frame\ndata: ${JSON.stringify(frame)}\n\n`);
      const stopFrame = watchFrame(member, tellFrame, changedSince(member.teamId, frameTopics, madeAt));
      const leave = () => {
        end();
        controller.close();
      };
      const stopChecking = watchSession(member.sessionId, member.role, (what) => {
        if (what === "other role") return page.tell("everything");
        write("event: over\ndata: {}\n\n");
        leave();
      });
      const beat = setInterval(() => write(beatLine), beatMs);
      const stopClosing = onClosing(() => {
        write("event: again\ndata: {}\n\n");
        leave();
      });
      end = () => {
        stopWatching();
        stopFrame();
        page.end();
        stopChecking();
        stopClosing();
        clearInterval(beat);
      };
      request.signal.addEventListener("abort", () => end());
      write(`retry: 2000\n${beatLine}`);
      if (changedSince(member.teamId, wanted, madeAt)) page.tell("everything");
    },
    cancel() {
      end();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" },
  });
}

/** Gathers what changed until it is this page's turn to read itself anew. */
function tellInTurn(write: (changed: Topic[], turn: string) => void) {
  const turn = crypto.randomUUID();
  const changed = new Set<Topic>();
  let toldAt = 0;
  let later: NodeJS.Timeout | undefined;
  const give = () => {
    later = undefined;
    toldAt = Date.now();
    write([...changed], turn);
    changed.clear();
  };
  const ask = () => turns().ask(turn, give);
  return {
    tell: (topic: Topic) => {
      changed.add(topic);
      later ??= setTimeout(ask, Math.max(0, toldAt + againMs - Date.now()));
    },
    end: () => {
      clearTimeout(later);
      turns().leave(turn);
    },
  };
}
