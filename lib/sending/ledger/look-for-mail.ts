import type { Mailbox } from "../../microsoft/graph/clients";
import { type Found, findById, findByKey, findByMessageId } from "../../microsoft/graph/find-message";
import type { DeliveryRow } from "./ensure-delivery";

type Keys = Pick<DeliveryRow, "graphId" | "sentGraphId" | "internetMessageId" | "sendKey">;

/** `submitted`: Exchange holds what was handed over, or is just moving it, although it is still a draft to see. */
export type Seen = { kind: "sent"; graphId: string } | { kind: "submitted" | "draft" | "nothing" };

/**
 * Looks in the mailbox for what became of a mail: under its recorded id, then by its Message-ID, then by its key. Sending may give the
 * item another id, and look-ups by Message-ID and key lag: for about a minute they may still show the draft.
 * @throws what reading the mailbox throws.
 */
export async function lookForMail(mailbox: Mailbox, mail: Keys): Promise<Seen> {
  const id = mail.sentGraphId ?? mail.graphId;
  const own = id ? await findById(mailbox, id) : null;
  const looks = [
    async () => (own ? [own] : []),
    async () => (mail.internetMessageId ? findByMessageId(mailbox, mail.internetMessageId) : []),
    () => findByKey(mailbox, mail.sendKey),
  ];
  const seen: Found[] = [];
  for (const look of looks) {
    seen.push(...(await look()));
    const sent = seen.find((one) => !one.isDraft);
    if (sent) return { kind: "sent", graphId: sent.graphId };
  }
  if (own) return { kind: own.submitted ? "submitted" : "draft" };
  // For a moment a moving item is under no id; only a look-up, which is late, still shows it. Any other draft with its key is left from
  // a crash and says nothing.
  return { kind: seen.some((one) => one.graphId === id) ? "submitted" : "nothing" };
}
