import { GraphError } from "@microsoft/microsoft-graph-client";
import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, readClient } from "./clients";
import { retryBriefly } from "./retry-briefly";

/** A message of the inbox, as a list tells of it. */
export type InboxItem = { graphId: string; isDraft: boolean };
export type InboxPage = { items: InboxItem[]; next: { link: string; isLast: boolean } };

const graph = "https://graph.microsoft.com/v1.0/";
const inbox = "/me/mailFolders('inbox')/messages";
/** Nothing of an item's content: a list that asks for it fails as a whole where one of its items cannot be shown. */
const fields = "id,receivedDateTime,isDraft";

/** Microsoft forgot where we were: reading starts anew from a date. */
export class SyncStateLostError extends Error {
  constructor() {
    super("Microsoft no longer knows where reading of this mailbox stood.");
    this.name = "SyncStateLostError";
  }
}

/**
 * One page of what changed in the inbox. Removed items are left out, and what comes more than once comes again only on other pages.
 * @param from the link of the page before, or a date to begin at.
 * @throws SyncStateLostError when the link is too old or no longer understood; else what Graph answers.
 */
export async function readInbox(mailbox: Mailbox, from: { link: string } | { since: Date }, size: number): Promise<InboxPage> {
  const path = "link" in from ? from.link : `${inbox}/delta?$select=${fields}&$filter=receivedDateTime ge ${second(from.since)}`;
  // Links come out of our database: a token is never sent to another host.
  if ("link" in from && !from.link.startsWith(graph)) throw new SyncStateLostError();
  try {
    const answer = (await retryBriefly(readClient(mailbox).api(path))
      .header("Prefer", `odata.maxpagesize=${size}`)
      .get()) as Answer;
    const nextLink = answer["@odata.nextLink"];
    const link = nextLink ?? answer["@odata.deltaLink"];
    if (!link) throw new SyntaxError("A change list without a link to go on from.");
    return { items: itemsOf(answer), next: { link, isLast: nextLink === undefined } };
  } catch (error) {
    if (error instanceof GraphError && isLost(error, "link" in from)) throw new SyncStateLostError();
    throw error;
  }
}

/**
 * A stretch of the inbox by age, oldest first, for where the change list cannot be read. Look-ups lag about a minute behind.
 */
export async function listInbox(mailbox: Mailbox, since: Date, { skip, top }: { skip: number; top: number }) {
  const query = `$select=${fields}&$filter=receivedDateTime ge ${second(since)}&$orderby=receivedDateTime asc&$top=${top}&$skip=${skip}`;
  const answer = (await retryBriefly(readClient(mailbox).api(inbox)).query(query).get()) as Answer;
  return { items: itemsOf(answer), isLast: answer["@odata.nextLink"] === undefined };
}

type Listed = Message & { "@removed"?: unknown };
type Answer = { value?: Listed[]; "@odata.nextLink"?: string; "@odata.deltaLink"?: string };

function itemsOf(answer: Answer): InboxItem[] {
  const items = new Map<string, InboxItem>();
  for (const { id, isDraft, "@removed": removed } of answer.value ?? [])
    if (id && !removed) items.set(id, { graphId: id, isDraft: isDraft === true });
  return [...items.values()];
}

/** A link that Graph calls a bad request never becomes a good one. */
function isLost(error: GraphError, byLink: boolean): boolean {
  return (
    error.statusCode === 410 || /^(syncState|resyncRequired)/i.test(error.code ?? "") || (byLink && error.statusCode === 400)
  );
}

const second = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");
