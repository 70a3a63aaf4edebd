import { findMember } from "@/lib/auth/find-member";
import { answerProgram } from "@/lib/errors/answer-program";
import { onClosing } from "@/lib/live/closing";
import { watchTeam } from "@/lib/live/watch-team";

export const dynamic = "force-dynamic";

// The browser takes a line that is silent for 12 s as cut (app/ui/live/live-provider.tsx).
const beatMs = 5000;

/** Whether there is a session to watch for. */
export async function HEAD() {
  return (await findMember()) ? new Response(null, { status: 204 }) : answerProgram("signed_out");
}

/** Server-sent events: `change` with the topic, and a beat so that a dead line is noticed. Ends when the session does. */
export async function GET(request: Request) {
  const member = await findMember();
  if (!member) return answerProgram("signed_out");
  const text = new TextEncoder();
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
      const stopWatching = watchTeam(member.teamId, (topic) => write(`event: change\ndata: ${JSON.stringify({ topic })}\n\n`));
      const beat = setInterval(() => write("event: beat\ndata: {}\n\n"), beatMs);
      const stopClosing = onClosing(() => {
        end();
        controller.close();
      });
      end = () => {
        stopWatching();
        stopClosing();
        clearInterval(beat);
      };
      request.signal.addEventListener("abort", () => end());
      write("retry: 2000\nevent: beat\ndata: {}\n\n");
    },
    cancel() {
      end();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" },
  });
}
