import type { Who } from "../words";
import type { Body, Mailbox } from "./mailbox";
import type { Session } from "./open-session";

const graph = "https://graph.microsoft.com/v1.0";
export const classProperty = "String 0x001A";
export const expandProperty = (id: string) =>
  `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`)}`;

/** Messages of all folders by a filter. @throws Error when Graph refuses it. */
export async function find(mailbox: Mailbox, filter: string): Promise<Body[]> {
  const fields = "id,isDraft,internetMessageId,conversationId,parentFolderId";
  const answer = await mailbox.call("GET", `/me/messages?$filter=${encodeURIComponent(filter)}&$select=${fields}&$top=25`);
  if (answer.status !== 200) throw new Error(`A look-up was refused: ${answer.status} ${answer.body.error?.code ?? ""}.`);
  return answer.body.value ?? [];
}

export const byKey = (property: string, key: string) =>
  `singleValueExtendedProperties/Any(ep: ep/id eq '${property}' and ep/value eq '${key}')`;

/** A mail as somebody of the organisation received it, with its headers. */
export async function received(session: Session, who: Who, messageId: string): Promise<Body> {
  const mailbox = await session.mailbox(who);
  const { id = "" } = await session.until(`A mail at ${who}`, 300, async () => {
    const all = await find(mailbox, `internetMessageId eq '${messageId}'`);
    return all.find((one) => !one.isDraft);
  });
  return (await mailbox.get(id, "?$select=internetMessageHeaders,conversationId,subject,from")).body;
}

export function headerOf(message: Body, name: string): string | undefined {
  return message.internetMessageHeaders?.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.value ?? undefined;
}

const since = (from: Date) => new Date(from.getTime() - 60_000).toISOString().replace(/\.\d+Z$/, "Z");

/** What stands in an inbox since a time, newest first, by its plain list; with its class and headers. */
export async function inboxSince(mailbox: Mailbox, from: Date): Promise<Body[]> {
  const fields = "id,subject,from,conversationId,internetMessageId,internetMessageHeaders,receivedDateTime";
  const query = `$filter=receivedDateTime ge ${since(from)}&$select=${fields}&${expandProperty(classProperty)}&$top=100`;
  return (await mailbox.call("GET", `/me/mailFolders/inbox/messages?${query}`)).body.value ?? [];
}

export function classOf(message: Body): string {
  const held = message.singleValueExtendedProperties ?? [];
  return held.find((one) => one.id?.toLowerCase().endsWith("0x1a"))?.value ?? "no class";
}

export type Round = { status: number; code: string; items: Body[]; link: string };

/** Reads a change list to its end. @param from a time for the inbox, all of the drafts, or the link of an earlier round. */
export async function readChanges(mailbox: Mailbox, from: Date | string): Promise<Round> {
  const items: Body[] = [];
  const begin = (folder: string) => `/me/mailFolders('${folder}')/messages/delta?$select=id,subject,receivedDateTime`;
  let path =
    from instanceof Date
      ? `${begin("inbox")}&$filter=receivedDateTime ge ${since(from)}`
      : from === "drafts"
        ? begin(from)
        : from;
  for (;;) {
    const headers = { prefer: 'IdType="ImmutableId", odata.maxpagesize=50' };
    const { status, body } = await mailbox.call("GET", path, undefined, headers);
    if (status !== 200) return { status, code: body.error?.code ?? "", items, link: "" };
    items.push(...(body.value ?? []));
    const next = body["@odata.nextLink"] ?? body["@odata.deltaLink"] ?? "";
    // A token goes to no other host.
    if (!next.startsWith(`${graph}/`)) throw new Error("A change list leads to another host.");
    path = next.slice(graph.length);
    if (body["@odata.deltaLink"]) return { status, code: "", items, link: path };
  }
}
