import { listen } from "@/db/access/listen";
import type { Topic } from "./topic";

/**
 * Calls `tell` with each of these topics of the team that changed, at most once in `quietMs` each: a bulk write is one message.
 * After the database was away it tells "everything", because something may have been missed.
 * @returns a function that ends it.
 */
export function watchTeam(teamId: string, wanted: ReadonlySet<Topic>, tell: (topic: Topic) => void, quietMs = 200): () => void {
  const waiting = new Map<Topic, NodeJS.Timeout>();
  const stop = listen("countersign_changes", (payload) => {
    const [team, name] = payload.split(" ");
    if (payload !== "" && team !== teamId) return;
    const topic = payload === "" ? "everything" : (name as Topic);
    if (!wanted.has(topic) || waiting.has(topic)) return;
    waiting.set(
      topic,
      setTimeout(() => {
        waiting.delete(topic);
        tell(topic);
      }, quietMs),
    );
  });
  return () => {
    stop();
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}
