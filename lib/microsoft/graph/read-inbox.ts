import { GraphError } from "@microsoft/microsoft-graph-client";
import { type Mailbox, readClient } from "./clients";

/** A message of the inbox, as the change list tells of it. */
type InboxItem = { graphId: string; isDraft: boolean };
export type InboxPage = { items: InboxItem[]; next: { link: string; isLast: boolean } };

const graph = "https://graph.microsoft.com/v1.0/";
const fields = "id,receivedDateTime,isDraft";

/** Microsoft forgot where we were: reading starts anew from a date. */
export class SyncStateLostError extends Error {
  constructor() {
    super("Microsoft no longer knows where reading of this mailbox stood.");
    this.name = "SyncStateLostError";
  }
}

/**
 * One page of what changed in the inbox. Removed items are left out; items can come more than once.
 * @param from the link of the page before, or a date to begin at.
 * @throws SyncStateLostError when the link is too old; else what Graph answers.
 */
export async function readInbox(mailbox: Mailbox, from: { link: string } | { since: Date }): Promise<InboxPage> {
  const since = "since" in from ? from.since.toISOString().replace(/\.\d+Z$/, "Z") : "";
  const path =
    "link" in from ? from.link : `/me/mailFolders('inbox')/messages/delta?$select=${fields}&$filter=receivedDateTime ge ${since}`;
  // Links come out of our database: a token is never sent to another host.
  if ("link" in from && !from.link.startsWith(graph)) throw new SyncStateLostError();
  try {
    const answer = (await readClient(mailbox).api(path).header("Prefer", "odata.maxpagesize=50").get()) as {
      value: Record<string, unknown>[];
      "@odata.nextLink"?: string;
      "@odata.deltaLink"?: string;
    };
    const nextLink = answer["@odata.nextLink"];
    const link = nextLink ?? answer["@odata.deltaLink"];
    if (!link) throw new Error("Graph answered a change list without a link to go on from.");
    return {
      items: answer.value
        .filter((item) => !item["@removed"] && typeof item.id === "string")
        .map((item) => ({ graphId: String(item.id), isDraft: item.isDraft === true })),
      next: { link, isLast: nextLink === undefined },
    };
  } catch (error) {
    if (error instanceof GraphError && (error.statusCode === 410 || /^(syncState|resyncRequired)/i.test(error.code ?? "")))
      throw new SyncStateLostError();
    throw error;
  }
}
