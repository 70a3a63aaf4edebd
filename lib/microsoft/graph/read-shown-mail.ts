import type { Message } from "@microsoft/microsoft-graph-types";
import type { ShownMail } from "../../mail/compare/shown-mail";
import { type Mailbox, readOnceClient } from "./clients";
import { flagsProperty, isSubmitted } from "./find-message";
import { answerOf } from "./graph-answer";
import { readSettings, type Settings, settingProperties } from "./read-settings";
import { shownOf } from "./shown-of";

/** `submitted`: it was handed over, though it is still a draft to see. */
export type ReadMail = { shown: ShownMail; settings: Settings; isDraft: boolean; submitted: boolean };

const fields =
  "subject,from,sender,toRecipients,ccRecipients,bccRecipients,replyTo,body,changeKey,lastModifiedDateTime,isDraft,parentFolderId,hasAttachments,importance,isReadReceiptRequested,isDeliveryReceiptRequested";
const files = "attachments($select=name,size)";
const asked = [flagsProperty, ...settingProperties].map((id) => `id eq '${id}'`).join(" or ");
const properties = `singleValueExtendedProperties($filter=${asked})`;

/**
 * A mail as it lies in the mailbox at this moment, in one call; null when there is none under this id. Its body whole: left to itself Graph
 * leaves out what it thinks unsafe, and sends it all the same.
 * @throws what Graph answers.
 */
export async function readShownMail(mailbox: Mailbox, graphId: string): Promise<ReadMail | null> {
  try {
    // Asked once: what is read must be fresh, and whoever asks comes again.
    const message = (await readOnceClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .header("Prefer", "outlook.allow-unsafe-html")
      .query(`$select=${fields}&$expand=${files},${properties}`)
      .get()) as Message;
    return {
      shown: shownOf(message),
      settings: readSettings(message),
      isDraft: message.isDraft === true,
      submitted: isSubmitted(message),
    };
  } catch (error) {
    if (answerOf(error).verdict === "missing") return null;
    throw error;
  }
}
