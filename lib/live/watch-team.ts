import { listen } from "@/db/access/listen";

export type Topic =
  | "campaigns"
  | "review"
  | "sending"
  | "replies"
  | "uploads"
  | "mailboxes"
  | "members"
  | "contacts"
  | "everything";

/**
 * Calls `tell` with each topic of the team that changed, at most once in `quietMs` each: a bulk write is one message.
 * After the database was away it tells "everything", because something may have been missed.
 * @returns a function that ends it.
 */
export function watchTeam(teamId: string, tell: (topic: Topic) => void, quietMs = 200): () => void {
  const waiting = new Map<Topic, NodeJS.Timeout>();
  const stop = listen("countersign_changes", (payload) => {
    const [team, name] = payload.split(" ");
    if (payload !== "" && team !== teamId) return;
    const topic = payload === "" ? "everything" : (name as Topic);
    if (waiting.has(topic)) return;
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
