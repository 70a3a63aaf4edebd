import type { Message } from "@microsoft/microsoft-graph-types";
import { filterValue, type Mailbox, readClient } from "./clients";
import { draftOf, type GraphDraft } from "./create-draft";
import { answerOf } from "./graph-answer";
import { isSameProperty } from "./is-same-property";
import { sendKeyHeader, sendKeyProperty } from "./send-key";

export type Found = GraphDraft & { isDraft: boolean };

const fields = "id,isDraft,internetMessageId,conversationId";

/**
 * Our mails with this key, drafts and sent copies: by our own property, which every one of them was made with, or by the one that its
 * header is kept as. The look-up lags: an empty answer proves nothing for about a minute.
 */
export async function findByKey(mailbox: Mailbox, sendKey: string, where?: string): Promise<Found[]> {
  for (const property of [sendKeyProperty, sendKeyHeader]) {
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${filterValue(property)}' and ep/value eq '${filterValue(sendKey)}')`;
    const found = await list(mailbox, filter, where);
    if (found.length > 0) return found;
  }
  return [];
}

/** Drafts with this key that lie among the drafts. One that was deleted is a draft still, in another folder. */
export async function findDraftsByKey(mailbox: Mailbox, sendKey: string): Promise<Found[]> {
  return (await findByKey(mailbox, sendKey, "/me/mailFolders/drafts/messages")).filter((found) => found.isDraft);
}

/** Every copy with this Message-ID; one id can stand on several items. */
export function findByMessageId(mailbox: Mailbox, internetMessageId: string): Promise<Found[]> {
  return list(mailbox, `internetMessageId eq '${filterValue(internetMessageId)}'`);
}

/**
 * A draft that its owner threw away: with this Message-ID, and not under the id that was kept. Among the recoverable ones only as far as
 * Graph shows them.
 */
export async function findThrownAway(mailbox: Mailbox, internetMessageId: string): Promise<Found | null> {
  const seen = (await findByMessageId(mailbox, internetMessageId)).find((one) => one.isDraft);
  if (seen) return seen;
  try {
    const filter = `internetMessageId eq '${filterValue(internetMessageId)}'`;
    const [first] = await list(mailbox, filter, "/me/mailFolders/recoverableitemsdeletions/messages");
    return first ?? null;
  } catch (error) {
    if (["missing", "unread", "refused"].includes(answerOf(error).verdict)) return null;
    throw error;
  }
}

/** PidTagMessageFlags; bit 0x4: the item was handed over and lies with the transport, although it is still a draft to see. */
export const flagsProperty = "Integer 0x0E07";
const submittedFlag = 0x4;

export function isSubmitted({ singleValueExtendedProperties: held }: Message): boolean {
  return (Number(held?.find(({ id }) => isSameProperty(id, flagsProperty))?.value ?? 0) & submittedFlag) !== 0;
}

/** `etag` changes with each change of the item. */
export type FoundById = Found & { submitted: boolean; etag: string | null };

/** The item under a recorded id, or null: gone, or not to be seen for the moment it moves. */
export async function findById(mailbox: Mailbox, graphId: string): Promise<FoundById | null> {
  try {
    const message = (await readClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .query(`$select=${fields}&$expand=singleValueExtendedProperties($filter=id eq '${flagsProperty}')`)
      .get()) as Message & { "@odata.etag"?: string };
    return { ...foundOf(message), submitted: isSubmitted(message), etag: message["@odata.etag"] ?? null };
  } catch (error) {
    if (answerOf(error).verdict === "missing") return null;
    throw error;
  }
}

async function list(mailbox: Mailbox, filter: string, where = "/me/messages"): Promise<Found[]> {
  const query = `$filter=${filter}&$select=${fields}&$top=25`;
  const { value } = (await readClient(mailbox).api(where).query(query).get()) as { value: Message[] };
  return value.map(foundOf);
}

function foundOf(message: Message): Found {
  return { ...draftOf(message), isDraft: message.isDraft === true };
}
