import type { Mailbox } from "../../microsoft/graph/clients";
import { type Found, findById, findByKey, findByMessageId } from "../../microsoft/graph/find-message";
import type { DeliveryRow } from "./ensure-delivery";

type Keys = Pick<DeliveryRow, "graphId" | "sentGraphId" | "internetMessageId" | "sendKey">;

/** `submitted`: Exchange holds what was handed over, although it is still a draft to see. */
export type Seen = { kind: "sent"; graphId: string } | { kind: "submitted" | "draft" | "nothing" };

/**
 * Looks in the mailbox for what became of a mail: under its recorded id, then by its Message-ID, then by its key. Sending may give the
 * item another id, and look-ups by Message-ID and key lag: for about a minute they may still show the draft.
 * @throws what reading the mailbox throws.
 */
export async function lookForMail(mailbox: Mailbox, mail: Keys): Promise<Seen> {
  const id = mail.sentGraphId ?? mail.graphId;
  const own = id ? await findById(mailbox, id) : null;
  const sent =
    sentOf(own ? [own] : []) ??
    sentOf(mail.internetMessageId ? await findByMessageId(mailbox, mail.internetMessageId) : []) ??
    sentOf(await findByKey(mailbox, mail.sendKey));
  if (sent) return { kind: "sent", graphId: sent.graphId };
  // Another draft with this key may be left from a crash: only the one that was handed over says that it is still here.
  if (!own) return { kind: "nothing" };
  return { kind: own.submitted ? "submitted" : "draft" };
}

const sentOf = (found: Found[]): Found | undefined => found.find((one) => !one.isDraft);
