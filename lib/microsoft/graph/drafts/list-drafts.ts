import type { Message, Recipient } from "@microsoft/microsoft-graph-types";
import { type Mailbox, readClient } from "../clients";
import { isSameProperty } from "../is-same-property";
import { sendKeyProperty } from "../send-key";

/** An item of the folder Drafts, as a list tells of it. */
export type ListedDraft = {
  graphId: string;
  createdAt: Date;
  modifiedAt: Date;
  conversationId: string | null;
  /** Our key, where it carries one. */
  sendKey: string | null;
  to: string[];
  /** Whether it is addressed to anybody beside `to`, or carries anything. */
  hasMore: boolean;
};

/** Nothing of an item's content: a list that asks for it fails as a whole where one of its items cannot be shown. */
const fields =
  "id,isDraft,createdDateTime,lastModifiedDateTime,conversationId,toRecipients,ccRecipients,bccRecipients,replyTo,hasAttachments";
const pageSize = 100;
const pages = 5;

/**
 * What was put among the drafts in a stretch of time, by Exchange's own clock, oldest first and no more than `pageSize * pages`.
 * @throws what Graph answers.
 */
export async function listDrafts(mailbox: Mailbox, { from, to }: { from: Date; to: Date }): Promise<ListedDraft[]> {
  const between = `createdDateTime ge ${second(from)} and createdDateTime le ${second(to)}`;
  const expand = `singleValueExtendedProperties($filter=id eq '${sendKeyProperty}')`;
  const query = `$filter=${between}&$orderby=createdDateTime asc&$select=${fields}&$expand=${expand}&$top=${pageSize}`;
  const listed: ListedDraft[] = [];
  for (let page = 0; page < pages; page += 1) {
    const answer = (await readClient(mailbox)
      .api("/me/mailFolders/drafts/messages")
      .query(`${query}&$skip=${page * pageSize}`)
      .get()) as { value: Message[]; "@odata.nextLink"?: string };
    listed.push(...answer.value.flatMap(listedOf));
    if (answer["@odata.nextLink"] === undefined) break;
  }
  return listed;
}

const second = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

function listedOf(message: Message): ListedDraft[] {
  const { id, isDraft, createdDateTime, lastModifiedDateTime } = message;
  if (!id || !isDraft || !createdDateTime || !lastModifiedDateTime) return [];
  const others = [message.ccRecipients, message.bccRecipients, message.replyTo].some((list) => (list ?? []).length > 0);
  const key = message.singleValueExtendedProperties?.find((one) => isSameProperty(one.id, sendKeyProperty))?.value;
  return [
    {
      graphId: id,
      createdAt: new Date(createdDateTime),
      modifiedAt: new Date(lastModifiedDateTime),
      conversationId: message.conversationId ?? null,
      sendKey: key ?? null,
      to: (message.toRecipients ?? []).map(addressOf),
      hasMore: others || message.hasAttachments === true,
    },
  ];
}

const addressOf = ({ emailAddress }: Recipient) => (emailAddress?.address ?? "").toLowerCase();
