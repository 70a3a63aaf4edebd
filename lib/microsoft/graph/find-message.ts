import { GraphError } from "@microsoft/microsoft-graph-client";
import { filterValue, type Mailbox, readClient } from "./clients";
import { draftOf, type GraphDraft } from "./create-draft";
import { sendKeyProperty } from "./send-key";

export type Found = GraphDraft & { isDraft: boolean };

const fields = "id,isDraft,internetMessageId,conversationId";

/** Our mails with this key, drafts and sent copies. The look-up lags: an empty answer proves nothing for about a minute. */
export function findByKey(mailbox: Mailbox, sendKey: string): Promise<Found[]> {
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${filterValue(sendKeyProperty)}' and ep/value eq '${filterValue(sendKey)}')`;
  return list(mailbox, filter);
}

/** Every copy with this Message-ID; one id can stand on several items. */
export function findByMessageId(mailbox: Mailbox, internetMessageId: string): Promise<Found[]> {
  return list(mailbox, `internetMessageId eq '${filterValue(internetMessageId)}'`);
}

/** PidTagMessageFlags; bit 0x4: the item was handed over and lies with the transport, although it is still a draft to see. */
const flagsProperty = "Integer 0x0E07";
const submittedFlag = 0x4;

/** The item under a recorded id, or null: gone, or not to be seen for the moment it moves. */
export async function findById(mailbox: Mailbox, graphId: string): Promise<(Found & { submitted: boolean }) | null> {
  try {
    const message: unknown = await readClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .query(`$select=${fields}&$expand=singleValueExtendedProperties($filter=id eq '${flagsProperty}')`)
      .get();
    const { singleValueExtendedProperties: properties } = message as { singleValueExtendedProperties?: { value: string }[] };
    return { ...foundOf(message), submitted: (Number(properties?.[0]?.value ?? 0) & submittedFlag) !== 0 };
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 404) return null;
    throw error;
  }
}

async function list(mailbox: Mailbox, filter: string): Promise<Found[]> {
  const answer = (await readClient(mailbox).api("/me/messages").query(`$filter=${filter}&$select=${fields}&$top=25`).get()) as {
    value: unknown[];
  };
  return answer.value.map(foundOf);
}

function foundOf(message: unknown): Found {
  return { ...draftOf(message), isDraft: (message as { isDraft?: boolean }).isDraft === true };
}
