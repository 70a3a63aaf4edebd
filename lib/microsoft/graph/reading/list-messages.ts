import { GraphError } from "@microsoft/microsoft-graph-client";
import type { Message } from "@microsoft/microsoft-graph-types";
import { messageIdOf } from "../../../mail/message-ids";
import { type Mailbox, readClient } from "../clients";
import { isMailboxMissing } from "./reading-faults";
import { retryBriefly } from "./retry-briefly";

/** A message as a list tells of it. */
export type ListedMessage = {
  graphId: string;
  isDraft: boolean;
  receivedAt: Date | null;
  /** Only where the list is one by age. */
  folderId: string | null;
  from: string | null;
  internetMessageId: string | null;
};
export type ChangePage = { items: ListedMessage[]; next: { link: string; isLast: boolean } };
export type ChangedFolder = "inbox" | "junkemail";

const graph = "https://graph.microsoft.com/v1.0/";
/** By well-known names: what people call these folders depends on their language. */
const folder = (name: ChangedFolder) => `/me/mailFolders('${name}')/messages`;
/** Nothing of an item's content: a list that asks for it fails as a whole where one of its items cannot be shown. */
const changeFields = "id,receivedDateTime,isDraft";
const ageFields = `${changeFields},parentFolderId,from,internetMessageId`;

/** Microsoft forgot where we were: reading starts anew from a date. */
export class SyncStateLostError extends Error {
  constructor() {
    super("Microsoft no longer knows where reading of this mailbox stood.");
    this.name = "SyncStateLostError";
  }
}

/** The mailbox has no such folder, and so nothing lies in it. */
export class NoFolderError extends Error {
  constructor() {
    super("This mailbox has no such folder.");
    this.name = "NoFolderError";
  }
}

/**
 * One page of what changed in a folder. Removed items are left out, and what comes more than once comes again only on other pages.
 * @param from the link of the page before, or a date to begin at.
 * @throws SyncStateLostError when the link is too old or no longer understood; NoFolderError; else what Graph answers.
 */
export async function listChanges(
  mailbox: Mailbox,
  name: ChangedFolder,
  from: { link: string } | { since: Date },
  size: number,
): Promise<ChangePage> {
  const path =
    "link" in from
      ? from.link
      : `${folder(name)}/delta?$select=${changeFields}&$filter=receivedDateTime ge ${second(from.since)}`;
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
    if (error instanceof GraphError && error.statusCode === 404 && !isMailboxMissing(error.code) && name !== "inbox")
      throw new NoFolderError();
    throw error;
  }
}

/**
 * A stretch of a folder, or of the whole mailbox, by age, oldest first. Look-ups lag about a minute behind.
 */
export async function listByAge(
  mailbox: Mailbox,
  where: ChangedFolder | "everywhere",
  since: Date,
  { skip, top }: { skip: number; top: number },
) {
  const path = where === "everywhere" ? "/me/messages" : folder(where);
  const query = `$select=${ageFields}&$filter=receivedDateTime ge ${second(since)}&$orderby=receivedDateTime asc&$top=${top}&$skip=${skip}`;
  const answer = (await retryBriefly(readClient(mailbox).api(path)).query(query).get()) as Answer;
  return { items: itemsOf(answer), isLast: answer["@odata.nextLink"] === undefined };
}

/** The id of the folder of sent mail, which no answer lies in; null where there is none. */
export async function findSentFolder(mailbox: Mailbox): Promise<string | null> {
  try {
    const answer = (await retryBriefly(readClient(mailbox).api("/me/mailFolders/sentitems").select("id")).get()) as {
      id?: string;
    };
    return answer.id ?? null;
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 404 && !isMailboxMissing(error.code)) return null;
    throw error;
  }
}

type Listed = Message & { "@removed"?: unknown };
type Answer = { value?: Listed[]; "@odata.nextLink"?: string; "@odata.deltaLink"?: string };

function itemsOf(answer: Answer): ListedMessage[] {
  const items = new Map<string, ListedMessage>();
  for (const one of answer.value ?? []) {
    if (!one.id || one["@removed"]) continue;
    const received = new Date(one.receivedDateTime ?? Number.NaN);
    items.set(one.id, {
      graphId: one.id,
      isDraft: one.isDraft === true,
      receivedAt: Number.isNaN(received.getTime()) ? null : received,
      folderId: one.parentFolderId ?? null,
      from: one.from?.emailAddress?.address ?? null,
      internetMessageId: messageIdOf(one.internetMessageId),
    });
  }
  return [...items.values()];
}

/** A link that Graph calls a bad request never becomes a good one. */
function isLost(error: GraphError, byLink: boolean): boolean {
  return (
    error.statusCode === 410 || /^(syncState|resyncRequired)/i.test(error.code ?? "") || (byLink && error.statusCode === 400)
  );
}

const second = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");
