import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What the message samples have in common: whose mailbox they lie in, and the mail of ours that most of them answer. */
export const ourMail = {
  mailbox: "anna.berg@contoso.example",
  aliases: ["anna@contoso-group.example"],
  subject: "Invoices at Fabrikam",
  messageId: "<AM9PR05MB7421D3C0A9B47E5126F8AA0C9D1E2@AM9PR05MB7421.eurprd05.prod.outlook.com>",
  conversationId: "AAQkADQ3ZTBhMWYyLTlkM2MtNGI1YS04ZTdmLTYwMTIzYWJjZDQ1NgAQAK7qfT0bW0dCmVn4x8sYp2E=",
};

const sourced = { id: z.string().regex(/^[a-z0-9.-]+$/), source: z.array(z.string().min(1)).min(1) };
const why = z.string().min(1);
const headersSchema = z.record(z.string(), z.string());

// Microsoft's own types call nearly everything in a message nullable, and so do these.
const recipientSchema = z.object({
  emailAddress: z.object({ name: z.string().nullable(), address: z.string().nullish() }),
});
const textSchema = z.object({ contentType: z.enum(["text", "html"]), content: z.string() });
const messageSchema = z.looseObject({
  "@odata.type": z.string().optional(),
  id: z.string(),
  internetMessageId: z.string().nullable(),
  conversationId: z.string().nullable(),
  parentFolderId: z.string(),
  subject: z.string().nullable(),
  from: recipientSchema.nullish(),
  sender: recipientSchema.nullish(),
  toRecipients: z.array(recipientSchema),
  ccRecipients: z.array(recipientSchema),
  replyTo: z.array(recipientSchema),
  receivedDateTime: z.iso.datetime(),
  sentDateTime: z.iso.datetime(),
  isDraft: z.boolean(),
  isRead: z.boolean(),
  hasAttachments: z.boolean(),
  body: textSchema,
  bodyPreview: z.string(),
  uniqueBody: textSchema,
  internetMessageHeaders: z.array(z.object({ name: z.string().nullable(), value: z.string().nullable() })).optional(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
});

const expectedOfMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["reply", "automatic", "complaint", "ours", "other"]), why }),
  z.strictObject({
    kind: z.literal("report"),
    why,
    recipient: z.string(),
    /** Enhanced status code; null where the report has none. */
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
      .nullable(),
    /** `ours`: our own mailbox or organisation may not send. */
    class: z.enum(["hard", "soft", "ours", "delivered"]),
  }),
]);

const schemas = {
  messages: z.strictObject({
    ...sourced,
    expected: expectedOfMessage,
    message: messageSchema,
    /** Lines of what `$value` answers; absent where nobody asks for it or where it cannot be had. */
    mime: z.array(z.string()).optional(),
  }),
  "graph-errors": z.strictObject({
    ...sourced,
    expected: z.strictObject({
      meaning: z.enum([
        "gone",
        "retry",
        "throttled",
        "fresh_token",
        "signed_out",
        "mailbox_missing",
        "sending_blocked",
        "unreadable",
        "refused",
        "conflict",
        "access_denied",
        "resync",
      ]),
      why,
      /** What Retry-After says, measured from the Date header of the answer. */
      retryAfterSeconds: z.number().nullable(),
    }),
    request: z.string(),
    answer: z.strictObject({ status: z.number().int(), headers: headersSchema, body: z.unknown() }),
  }),
  "token-answers": z.strictObject({
    ...sourced,
    expected: z.strictObject({
      meaning: z.enum([
        "granted",
        "signed_out",
        "user_gone",
        "app_removed",
        "tenant_gone",
        "operator",
        "device_policy",
        "later",
        "unknown",
      ]),
      why,
    }),
    answer: z.strictObject({ status: z.number().int(), headers: headersSchema, body: z.unknown() }),
  }),
  "consent-redirects": z.strictObject({
    ...sourced,
    expected: z.strictObject({ meaning: z.enum(["declined", "administrator", "other_tenant", "retry", "granted"]), why }),
    sentBy: z.enum(["query", "form_post"]),
    parameters: z.record(z.string(), z.string()),
  }),
  "change-lists": z.strictObject({
    ...sourced,
    /** Ids in the order in which they are first read, each once; how often reading begins anew; the link that is kept at the end. */
    expected: z.strictObject({ ids: z.array(z.string()), restarts: z.number().int(), link: z.url(), why }),
    answers: z.array(
      z.strictObject({ request: z.url(), status: z.number().int(), headers: headersSchema, body: z.looseObject({}) }),
    ),
  }),
};

export type SampleKind = keyof typeof schemas;
export type Sample<Kind extends SampleKind> = z.infer<(typeof schemas)[Kind]>;

/**
 * All samples of one kind, in the order of their files; for tests only.
 * @throws when one of them has another shape than README.md describes.
 */
export function readSamples<Kind extends SampleKind>(kind: Kind): Sample<Kind>[] {
  const folder = new URL(`${kind}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => {
    const found: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return z.array(schemas[kind]).parse(found) as Sample<Kind>[];
  });
}
