import { sql } from "../store";
import { type Message, propertyOf } from "./message";
import { normalPropertyId } from "./property-id";

type Test = (message: Message) => boolean;

/** Times that are filtered and sorted by. */
export const timeOf: Record<string, (message: Message) => Date> = {
  receivedDateTime: (message) => message.received_at,
  createdDateTime: (message) => message.created_at,
  lastModifiedDateTime: (message) => message.changed_at,
};

const quoted = "'((?:[^']|'')*)'";
const anyProperty = new RegExp(
  `^singleValueExtendedProperties/Any\\(\\s*ep:\\s*ep/id eq ${quoted} and (?:ep/value (eq|ne) ${quoted}|(startswith|contains)\\(ep/value,\\s*${quoted}\\))\\s*\\)$`,
  "i",
);
const comparison = new RegExp(
  `^(internetMessageId|conversationId|receivedDateTime|createdDateTime|lastModifiedDateTime|isDraft|isRead)\\s+(eq|ge|gt|le|lt)\\s+(?:${quoted}|(\\S+))$`,
);

/** The filters the product uses; the name in a property's id is case-sensitive, its value is not. @returns null for any other. */
export function readFilter(filter: string): Test | null {
  if (filter.trim() === "") return () => true;
  const property = anyProperty.exec(filter);
  if (property) return byProperty(property);
  const parts = filter.split(/\s+and\s+/i).map((part) => compare(part.trim()));
  if (parts.some((part) => part === null)) return null;
  return (message) => parts.every((part) => part?.(message));
}

/** Fields of a filter in their order; what is sorted by must stand first among them. */
export function fieldsOf(filter: string): string[] {
  return filter.split(/\s+and\s+/i).map((part) => /^\(?(\w+)/.exec(part.trim())?.[1] ?? "");
}

/** Lets the database leave out what a look-up by key cannot mean; the filter itself is still applied. */
export function narrow(filter: string) {
  const key = /^internetMessageId eq '((?:[^']|'')+)'/.exec(filter.trim())?.[1];
  if (key) return sql`and internet_message_id = ${unquote(key)}`;
  const conversation = /^conversationId eq '((?:[^']|'')+)'/.exec(filter.trim())?.[1];
  if (conversation) return sql`and conversation_id = ${unquote(conversation)}`;
  const property = normalPropertyId(unquote(/ep\/id eq '((?:[^']|'')+)'/.exec(filter)?.[1]));
  // Class and flags are not kept among the properties, and a property of a header may stand among the headers.
  return property && / Name /.test(property) && !property.includes("{00020386-") ? sql`and properties ? ${property}` : sql``;
}

function byProperty([, id, operator, value, method, part]: RegExpExecArray): Test | null {
  const normal = normalPropertyId(unquote(id));
  if (!normal) return null;
  const wanted = unquote(operator ? value : part).toLowerCase();
  return (message) => {
    const held = propertyOf(message, normal)?.toLowerCase();
    if (held === undefined) return false;
    if (operator) return (held === wanted) === (operator.toLowerCase() === "eq");
    return method?.toLowerCase() === "startswith" ? held.startsWith(wanted) : held.includes(wanted);
  };
}

function compare(part: string): Test | null {
  const match = comparison.exec(part);
  if (!match) return null;
  const [, field, operator = "", text, bare] = match;
  const value = text === undefined ? (bare ?? "") : unquote(text);
  const time = timeOf[field ?? ""];
  if (time) return text === undefined ? byTime(time, operator, value) : null;
  if (operator !== "eq") return null;
  if (field === "internetMessageId") return (message) => message.internet_message_id === value;
  if (field === "conversationId") return (message) => message.conversation_id === value;
  return (message) => String(field === "isDraft" ? message.is_draft : message.is_read) === value;
}

function byTime(timeOf: (message: Message) => Date, operator: string, value: string): Test | null {
  const at = new Date(value).getTime();
  if (Number.isNaN(at)) return null;
  return (message) => {
    const time = timeOf(message).getTime();
    return operator === "ge" ? time >= at : operator === "gt" ? time > at : operator === "le" ? time <= at : time < at;
  };
}

const unquote = (text: string | undefined) => (text ?? "").replace(/''/g, "'");
