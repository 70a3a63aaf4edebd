/** What a role may do, in words; each says what it adds to the one before. */
export const roleChoices = [
  { value: "viewer", label: "Viewer", about: "reads everything, changes nothing" },
  { value: "member", label: "Member", about: "also edits, signs, launches, stops" },
  { value: "administrator", label: "Administrator", about: "also handles members, mailboxes, rules" },
] as const;

/** A person as the browser gets it: every time is in words already. */
export type PersonView = {
  id: string;
  name: string;
  email: string;
  role: "viewer" | "member" | "administrator";
  status: "active" | "asked" | "refused" | "removed";
  you: boolean;
  seen: string;
  since: string;
  sessions: { id: string; device: string; times: string; here: boolean }[];
  /** So many mailboxes they connected, and so many threads are theirs and not settled. */
  mailboxes: number;
  threads: number;
};
