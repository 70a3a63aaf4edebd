/**
 * The nouns of `lib`, floor by floor: a noun imports from floors below its own only. A new noun gets its place here.
 */
export const floors = [
  ["env", "log", "live", "schedule", "turns"],
  ["errors", "events"],
  ["knocks", "removals"],
  ["auth", "limits", "lists", "mail", "shown", "slots"],
  ["actions", "contacts", "domains", "engine", "microsoft", "singles", "team"],
  ["senders", "templates", "threads"],
  ["assistant", "campaigns", "columns"],
  ["drafts", "files"],
  ["uploads"],
  ["suppressions"],
  ["analytics", "letters", "notices", "received", "sending", "shell"],
  ["replies", "scheduled"],
  ["answers"],
] as const;
