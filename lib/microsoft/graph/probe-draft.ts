import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, writeClient } from "./clients";
import { draftOf } from "./create-draft";
import { findById, findDraftsByKey } from "./find-message";
import { answerOf } from "./graph-answer";
import { sendKeyProperty } from "./send-key";

/** Stands where the key of a mail does, on the one draft that is made to see whether drafts can be made. No mail has this key. */
const probeKey = "countersign-self-test";

/** Lays a draft to the mailbox itself among its drafts; nobody sends it. @returns its id. @throws what Graph answers. */
export async function layProbe(mailbox: Mailbox, own: string): Promise<string> {
  const made = (await writeClient(mailbox)
    .api("/me/messages")
    .post({
      subject: "Countersign self-test",
      body: {
        contentType: "text",
        content: "This draft shows that drafts can be made here. It is removed at once and never sent.",
      },
      toRecipients: [{ emailAddress: { address: own } }],
      singleValueExtendedProperties: [{ id: sendKeyProperty, value: probeKey }],
    })) as Message;
  return draftOf(made).graphId;
}

/**
 * Takes a draft of a test out again. What its owner sent or is sending meanwhile is theirs and stays; one that is gone is as good as
 * taken out. @throws what Graph answers.
 */
export async function takeOutProbe(mailbox: Mailbox, graphId: string): Promise<void> {
  const found = await findById(mailbox, graphId);
  if (!found?.isDraft || found.submitted) return;
  try {
    await writeClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .delete();
  } catch (error) {
    if (answerOf(error).verdict !== "missing") throw error;
  }
}

/** What a test that was cut off left behind. @throws what Graph answers. */
export async function takeOutLeftProbes(mailbox: Mailbox): Promise<void> {
  for (const { graphId } of await findDraftsByKey(mailbox, probeKey)) await takeOutProbe(mailbox, graphId);
}
