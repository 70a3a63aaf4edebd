/** What a change is told by; the triggers of the database name them. `everything`: no page may be sure. */
const topics = [
  "campaigns",
  "review",
  "sending",
  "replies",
  "templates",
  "uploads",
  "mailboxes",
  "members",
  "contacts",
  "everything",
] as const;

export type Topic = (typeof topics)[number];

/** The topics named in an address; all where none is, as pages of an earlier build ask. */
export function readTopics(given: string | null): Set<Topic> {
  const named = topics.filter((topic) => given?.split(",").includes(topic));
  return new Set(given === null ? topics : [...named, "everything"]);
}
