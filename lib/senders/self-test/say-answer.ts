import type { GraphAnswer } from "../../microsoft/graph/graph-answer";
import type { Verdict } from "../../microsoft/graph/graph-codes";

const words: Partial<Record<Verdict, string>> = {
  "no licence": "no Exchange licence",
  full: "the mailbox is full",
  limited: "Microsoft refuses it for a while",
  denied: "Microsoft refuses access to it",
  unread: "Microsoft refuses access to it",
  "signed out": "Microsoft does not take the sign-in",
  throttled: "Microsoft is too busy",
  unreadable: "Exchange cannot show it",
  refused: "Microsoft refuses it",
  missing: "not found",
};

/** An answer of Graph in a few words, with Microsoft's own beside them. */
export function sayAnswer({ verdict, code, status }: GraphAnswer): string {
  const named = code || (status > 0 ? `HTTP ${status}` : "");
  return `${words[verdict] ?? "no answer as it should be"}${named ? `: “${named}”` : ""}`;
}
