import type { Standing } from "@/lib/campaigns/words/name-standing";
import type { OtherMail } from "@/lib/replies/unplaced/list-other-mail";

type Understood = Pick<OtherMail, "kind" | "blames" | "wish" | "holds">;

/** What a message was understood as, and what became of it, in a word or two. */
export function labelOf({ kind, blames, wish, holds }: Understood): Standing {
  if (kind === "complaint") return { tone: "stop", words: "Complaint, suppressed" };
  if (wish === "remove") return { tone: "grey", words: "Remove me, suppressed" };
  if (blames === "ours") return { tone: "stop", words: "Our mailbox blocked" };
  if (kind === "bounce") return { tone: "stop", words: "Bounced, dead address" };
  if (kind === "automatic") return { tone: "grey", words: holds ? "Out of office, held" : "Automatic answer" };
  if (blames === "policy") return { tone: "stop", words: "Refused by a rule" };
  if (blames === "forwarder") return { tone: "grey", words: "A forwarder failed" };
  if (blames === "delayed") return { tone: "grey", words: "Delayed" };
  if (kind === "soft_bounce") return { tone: "grey", words: holds ? "Came back three times" : "Came back for now" };
  return { tone: "grey", words: "Understood" };
}
