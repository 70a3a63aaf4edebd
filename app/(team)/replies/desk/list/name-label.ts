import type { ListedThread } from "@/lib/threads/thread";
import { labelWords } from "../../label-words";

const signs = {
  suppressed: "Suppressed",
  away: "Out of office",
  meeting: "Meeting answer",
  automatic: "Answered by itself",
} as const;

type Look = "reply" | "grey" | "outlined";

/** What stands under a thread's first line: what answers came to, or what says more. Proposed ones are dashed until somebody picks. */
export function nameLabel({ sign, label }: Pick<ListedThread, "sign" | "label">): {
  words: string;
  look: Look;
  isProposed: boolean;
} {
  if (sign) return { words: signs[sign], look: sign === "suppressed" ? "outlined" : "grey", isProposed: false };
  if (!label) return { words: "No label yet", look: "outlined", isProposed: false };
  return {
    words: labelWords[label.word],
    look: label.word === "interested" ? "reply" : "grey",
    isProposed: label.by !== "person",
  };
}
