import { classifyMessage } from "./classify-message";
import type { ReceivedMessage } from "./received-message";
import { isReport } from "./report/is-report";
import { readReport } from "./report/read-report";
import type { Understood } from "./understood";

/** Who we are: every address of the mailbox, and every domain of the tenant; lower case. */
export type Us = { addresses: readonly string[]; domains: readonly string[] };

/** Whether a message can only be understood from its raw text. */
export function needsRaw(message: ReceivedMessage): boolean {
  return isReport(message);
}

const unread = { back: null, ambiguous: false, sentence: null, words: null };

/** What a message is and means. @param raw the MIME text of one that needs it; null where it cannot be had. */
export async function understand(message: ReceivedMessage, us: Us, raw: string | null): Promise<Understood> {
  const kind = classifyMessage(message, us.addresses);
  switch (kind) {
    case "ours":
    case "other":
      return { kind };
    case "reply":
    case "list":
      return { kind: "human", wish: null };
    case "automatic":
      return { kind, away: unread, wish: null };
    case "report":
      return understandReport(message, raw);
  }
}

async function understandReport(message: ReceivedMessage, raw: string | null): Promise<Understood> {
  const report = await readReport(message, raw);
  return report ? { kind: "report", report } : { kind: "other" };
}
