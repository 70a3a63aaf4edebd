import type { Attachment, Message } from "@microsoft/microsoft-graph-types";
import { oneLine } from "../../../mail/one-line";
import { cut, sound } from "../../../mail/text/sound-text";
import { type Mailbox, readClient } from "../clients";
import { isSameProperty } from "../is-same-property";
import { partOfAnswer } from "./part-of-answer";
import { readLimited } from "./read-limited";
import { itemFault } from "./reading-faults";

/** A letter as Exchange gives it: whoever shows it makes it safe first. */
export type LetterBody = {
  body: { type: "html" | "text"; content: string };
  /** What Exchange holds for the writer's own words, where it says so. */
  unique: { type: "html" | "text"; content: string } | null;
  attachments: { name: string; bytes: number; type: string }[];
  /** MAPI message class, such as IPM.Note. */
  messageClass: string | null;
  /** There is more of it than was fetched. */
  isCut: boolean;
};

const messageClassProperty = "String 0x001A";
/** Longer letters hold pictures, or were made to stop a reader. */
const letterBytes = 3_000_000;
/** Somebody waits for it with the page before them. */
const endsAfterMs = 15_000;
const mostAttachments = 50;

/** A letter with all its text and the names of what is attached; what is attached is not fetched. @throws what Graph answers. */
export async function readLetter(mailbox: Mailbox, graphId: string): Promise<LetterBody> {
  const client = readClient(mailbox, endsAfterMs);
  const path = `/me/messages/${encodeURIComponent(graphId)}`;
  const call = client
    .api(path)
    .query(
      `$select=body,uniqueBody,hasAttachments&$expand=singleValueExtendedProperties($filter=id eq '${messageClassProperty}')`,
    );
  const { text, cut: isCut } = await readLimited(call, letterBytes);
  const answer = isCut ? partOfAnswer(text) : (JSON.parse(text) as Message);
  const body = bodyOf(answer.body) ?? { type: "text" as const, content: "" };
  const hasMore = isCut || answer.hasAttachments === true || /\bcid:/i.test(body.content);
  return {
    body,
    unique: isCut ? null : bodyOf(answer.uniqueBody),
    attachments: hasMore ? await listAttachments(client, path) : [],
    messageClass:
      answer.singleValueExtendedProperties?.find((one) => isSameProperty(one.id, messageClassProperty))?.value ?? null,
    isCut,
  };
}

function bodyOf(body: Message["body"]): LetterBody["unique"] {
  if (!body?.content) return null;
  return { type: body.contentType === "text" ? "text" : "html", content: sound(body.content) };
}

/** A letter is read without them where they cannot be listed. */
async function listAttachments(client: ReturnType<typeof readClient>, path: string): Promise<LetterBody["attachments"]> {
  try {
    const call = client.api(`${path}/attachments`).query(`$select=name,size,contentType&$top=${mostAttachments}`);
    const { text } = await readLimited(call, letterBytes);
    return ((JSON.parse(text) as { value?: Attachment[] }).value ?? []).map(({ name, size, contentType }) => ({
      name: cut(oneLine(sound(name)), 200) || "Without a name",
      bytes: Math.max(0, Number(size) || 0),
      type: sound(contentType).toLowerCase(),
    }));
  } catch (error) {
    if (!itemFault(error)) throw error;
    return [];
  }
}
