import { readFileSync } from "node:fs";
import { join } from "node:path";

type Change = { topics: string[]; turn: string };
export type OpenPage = {
  /** When the frame was told, and what. */
  frames: { at: number; text: string }[];
  /** Readings of the page that ended, and how long each took. */
  readings: { at: number; ms: number }[];
  close: () => void;
};

/**
 * A page that is open somewhere, as the server sees it: it holds the stream of changes, and reads itself anew when it is told to, as
 * app/ui/live/live-provider.tsx does. Two hundred browsers have no room beside the product.
 */
export function openPage(origin: string, path: string, topics: string, cookie: string): OpenPage {
  const ending = new AbortController();
  const page: OpenPage = { frames: [], readings: [], close: () => ending.abort() };
  const read = async (turn: string) => {
    const began = Date.now();
    const headers = { cookie, rsc: "1", "x-countersign-turn": turn };
    const answer = await fetch(`${origin}${path}?_rsc=open`, { headers, signal: ending.signal });
    await answer.arrayBuffer();
    page.readings.push({ at: Date.now(), ms: Date.now() - began });
  };
  const hear = async () => {
    const address = `${origin}/api/live?${new URLSearchParams({ topics, since: String(Date.now()) })}`;
    const answer = await fetch(address, { headers: { cookie }, signal: ending.signal });
    if (!answer.body) throw new Error("There is no stream.");
    let rest = "";
    const text = new TextDecoder();
    for await (const part of answer.body) {
      const events = (rest + text.decode(part as Uint8Array, { stream: true })).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1] ?? "";
        if (event.startsWith("event: frame")) page.frames.push({ at: Date.now(), text: data });
        if (event.startsWith("event: change")) void read((JSON.parse(data) as Change).turn).catch(() => undefined);
      }
    }
  };
  void hear().catch((error: Error) => {
    if (!ending.signal.aborted) throw error;
  });
  return page;
}

/** Seconds of processor time that the app's process has used. */
export function usedByApp(): number {
  const noted = readFileSync(join(process.env.COUNTERSIGN_LOCAL_DIR ?? "", "app.pid"), "utf8");
  const { pid } = JSON.parse(noted) as { pid: number };
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  // The kernel counts in hundredths.
  return (user + system) / 100;
}
