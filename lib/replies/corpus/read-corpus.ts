import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { textOfHtml } from "../../mail/text-of-html";
import type { ReceivedMessage } from "../message/received-message";

const lineSchema = z.object({
  id: z.string(),
  lang: z.string(),
  received: z.string(),
  message: z.object({
    class: z.string(),
    from: z.string().nullable(),
    subject: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    html: z.string().optional(),
    text: z.string().optional(),
    unique: z.string().optional(),
  }),
  raw: z.string().optional(),
  expected: z.object({
    kind: z.enum(["human", "automatic", "report", "meeting", "complaint", "other"]),
    wish: z.enum(["remove", "wrong person", "later", "left"]).nullish(),
    back: z.string().nullish(),
    ambiguous: z.boolean().optional(),
    quote: z.union([z.string(), z.array(z.string())]).nullish(),
    blames: z.enum(["address", "for now", "ours", "policy", "forwarder", "delayed"]).optional(),
    status: z.string().nullish(),
    recipient: z.string().nullish(),
  }),
});

export type Judged = {
  id: string;
  lang: string;
  message: ReceivedMessage;
  raw: string | null;
  expected: z.infer<typeof lineSchema>["expected"];
};

/** The messages of one folder beside this file, as the mailbox would give them out. */
export function readCorpus(folder: string): Judged[] {
  const at = join(import.meta.dirname, folder);
  return readdirSync(at)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(join(at, name), "utf8").split("\n").filter(Boolean))
    .map((line) => judged(lineSchema.parse(JSON.parse(line))));
}

function judged({ id, lang, received, message, raw, expected }: z.infer<typeof lineSchema>): Judged {
  const body = message.text ?? textOfHtml(message.html ?? "");
  const unique = message.unique === undefined ? null : message.text === undefined ? textOfHtml(message.unique) : message.unique;
  return {
    id,
    lang,
    raw: raw ?? null,
    expected,
    message: {
      from: message.from,
      subject: message.subject,
      text: unique ?? body,
      body,
      isUnique: unique !== null,
      receivedAt: new Date(received),
      messageClass: message.class,
      odataType: odataType(message.class),
      headers: message.headers.map(([name, value]) => ({ name, value })),
    },
  };
}

/** The type that Graph puts on items of the calendar. */
function odataType(messageClass: string): string | null {
  if (/^IPM\.Schedule\.Meeting\.Request/i.test(messageClass)) return "#microsoft.graph.eventMessageRequest";
  if (/^IPM\.Schedule\.Meeting\.Resp/i.test(messageClass)) return "#microsoft.graph.eventMessageResponse";
  return /^IPM\.Schedule/i.test(messageClass) ? "#microsoft.graph.eventMessage" : null;
}
