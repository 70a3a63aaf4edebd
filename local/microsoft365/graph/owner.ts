import { type Answer, graphError, json } from "../http";
import { sql } from "../store";
import type { Asked } from "./asked";
import { notFound } from "./errors";
import { findMessage, folderOf, newId, noteChange, wantsImmutable } from "./message";
import { shape } from "./shape";
import { preference } from "./write";

/** POST /messages/{id}/move: the item lies elsewhere; its immutable id stays. */
export async function moveMessage({ request, person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  const folder = folderOf(person.email, textOf(request.body, "destinationId"));
  if (!folder) return notFound();
  await sql`update messages set folder = ${folder}, moves = moves + 1, version = version + 1, changed_at = now() where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id, true);
  await noteChange(person.email, folder, message.id);
  const moved = await findMessage(person.email, message.id);
  return moved ? json(201, shape(moved, request), preference(wantsImmutable(request))) : notFound();
}

/** POST /messages/{id}/permanentDelete: nothing of it can be found any more. */
export async function purgeMessage({ person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  await sql`delete from messages where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id, true);
  return { status: 204 };
}

/** POST /messages/{id}/attachments: a small file, its content in base64. */
export async function addAttachment({ request, person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  const name = textOf(request.body, "name");
  const content = textOf(request.body, "contentBytes");
  if (!name || !content) return graphError(400, "RequestBodyRead", "An attachment needs a name and its content.");
  const made = { id: newId(), name, contentType: "application/octet-stream", size: Buffer.from(content, "base64").length };
  await sql`update messages set attachments = attachments || ${sql.json([made])}, version = version + 1, changed_at = now() where id = ${message.id}`;
  await noteChange(person.email, message.folder, message.id);
  return json(201, { "@odata.type": "#microsoft.graph.fileAttachment", ...made });
}

/** GET /messages/{id}/attachments: their names and sizes; nobody here asks for their content. */
export async function listAttachments({ person, id }: Asked): Promise<Answer> {
  const message = await findMessage(person.email, id);
  if (!message) return notFound();
  return json(200, { value: message.attachments.map((one) => ({ ...one, isInline: false })) });
}

function textOf(body: string, field: string): string {
  const given = JSON.parse(body === "" ? "{}" : body) as Record<string, unknown>;
  return typeof given[field] === "string" ? given[field] : "";
}
