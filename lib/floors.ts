/**
 * The nouns of `lib`, floor by floor: a noun imports from floors below its own only. A new noun gets its place here.
 */
export const floors = [
  ["env", "log", "live", "schedule"],
  ["errors", "events"],
  ["auth", "limits", "lists", "mail", "shown", "slots"],
  ["actions", "contacts", "domains", "microsoft", "singles", "team"],
  ["senders", "templates"],
  ["assistant", "campaigns", "uploads"],
  ["drafts", "suppressions"],
  ["analytics", "letters", "sending", "shell"],
  ["replies", "scheduled"],
] as const;
