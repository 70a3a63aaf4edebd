import type * as Graph from "@microsoft/microsoft-graph-types";
import { type Answer, graphError } from "../http";
import { accessDenied, badPropertyId, invalidSet } from "./errors";
import type { Address, Header } from "./message";
import { normalPropertyId } from "./property-id";

/** A message as a caller writes it. */
export type Given = {
  subject?: string;
  body?: { contentType?: string; content?: string };
  from?: Address;
  toRecipients?: Address[];
  ccRecipients?: Address[];
  bccRecipients?: Address[];
  replyTo?: Address[];
  isRead?: boolean;
  importance?: string;
  isReadReceiptRequested?: boolean;
  isDeliveryReceiptRequested?: boolean;
  inReplyTo?: string;
  references?: string;
  internetMessageHeaders?: Header[];
  singleValueExtendedProperties?: { id: string; value: string }[];
};

/** What a caller may write, by Microsoft's page on updating a message, and what the type has besides. */
const writable: (keyof Graph.Message)[] = [
  "bccRecipients",
  "body",
  "categories",
  "ccRecipients",
  "flag",
  "from",
  "importance",
  "inferenceClassification",
  "internetMessageId",
  "isDeliveryReceiptRequested",
  "isRead",
  "isReadReceiptRequested",
  "multiValueExtendedProperties",
  "replyTo",
  "sender",
  "singleValueExtendedProperties",
  "subject",
  "toRecipients",
];
export const messageFields: string[] = [
  ...writable,
  ...(<(keyof Graph.Message)[]>[
    "attachments",
    "bodyPreview",
    "changeKey",
    "conversationId",
    "conversationIndex",
    "createdDateTime",
    "extensions",
    "hasAttachments",
    "id",
    "internetMessageHeaders",
    "isDraft",
    "lastModifiedDateTime",
    "parentFolderId",
    "receivedDateTime",
    "sentDateTime",
    "uniqueBody",
    "webLink",
  ]),
];
/** On what is no draft these need Mail-Advanced.ReadWrite. */
const sensitive = ["subject", "body", "toRecipients", "ccRecipients", "bccRecipients"];
/** On what is no draft these are never written. */
const draftsOnly = ["from", "sender", "replyTo", "internetMessageId"];

/** @returns what was given, or why Graph refuses to read it. */
export function readGiven(body: string): { given: Given; fields: string[] } | { refused: Answer } {
  const value = parsed(body);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { refused: graphError(400, "BadRequest", "Unable to read JSON request payload.") };
  const given: Given = value;
  const fields = Object.keys(given).filter((name) => !name.includes("@"));
  const unknown = fields.find((name) => !messageFields.includes(name));
  if (unknown)
    return {
      refused: graphError(
        400,
        "RequestBodyRead",
        `The property '${unknown}' does not exist on type 'microsoft.graph.message'. Make sure to only use property names that are defined by the type.`,
      ),
    };
  const wrong = (given.singleValueExtendedProperties ?? []).find((one) => !normalPropertyId(one.id));
  return wrong ? { refused: badPropertyId(wrong.id) } : { given, fields };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body === "" ? "{}" : body);
  } catch {
    return null;
  }
}

/** Headers are given on creation only: in JSON at most five, and each begins with x-. */
export function headerProblem(headers: Header[]): Answer | null {
  const wrong = headers.find((header) => !/^x-/i.test(header.name ?? ""));
  if (wrong)
    return graphError(
      400,
      "InvalidInternetMessageHeader",
      `The internet message header name '${wrong.name}' should start with 'x-' or 'X-'.`,
    );
  if (headers.length > 5)
    return graphError(
      400,
      "InvalidInternetMessageHeaderCollection",
      "Maximum number of headers in one message should be less than or equal to 5.",
    );
  return null;
}

/** What may not be changed on an item that is there. @param scopes of the token. */
export function changeProblem(fields: string[], isDraft: boolean, scopes: string[]): Answer | null {
  if (fields.some((name) => !writable.includes(name as keyof Graph.Message))) return invalidSet();
  if (isDraft) return null;
  if (fields.some((name) => draftsOnly.includes(name))) return invalidSet("Message is not draft.");
  const advanced = scopes.some((scope) => scope.startsWith("Mail-Advanced.ReadWrite"));
  return fields.some((name) => sensitive.includes(name)) && !advanced ? accessDenied() : null;
}

export const propertiesOf = (given: Given): Record<string, string> =>
  Object.fromEntries(
    (given.singleValueExtendedProperties ?? []).map((one) => [normalPropertyId(one.id) ?? one.id, String(one.value)]),
  );
