import { type Message, newId } from "./graph/message";
import { type Alter, state } from "./state";

/**
 * What a transport rule, an add-in or the mailbox's owner may make of a mail before it stands in Sent Items; what is delivered is the
 * altered mail. One alteration of each kind that is switched on, counted down where a number was given.
 * @returns null where nothing is altered.
 */
export function alter(message: Message): Message | null {
  const due = state.alters.filter(({ mailbox, times = 1 }) => (mailbox ?? message.mailbox) === message.mailbox && times > 0);
  for (const one of due) if (one.times !== undefined) one.times -= 1;
  let altered = message;
  for (const { kind } of due) altered = Object.assign({}, altered, ways[kind](altered));
  return due.length > 0 ? altered : null;
}

const ways: Record<Alter["kind"], (message: Message) => Partial<Message>> = {
  words: ({ body }) => ({ body: body.replace("</p>", " Call me today.</p>") }),
  links: ({ body }) => ({
    body: body.replace(/href="(https?:[^"]*)"/g, (_, url) => `href="https://links.example/?to=${encodeURIComponent(url)}"`),
  }),
  recipients: ({ cc }) => ({ cc: [...cc, { emailAddress: { address: "copy@outside.example", name: "Copy" } }] }),
  subject: ({ subject }) => ({ subject: `[External] ${subject}` }),
  sender: ({ sender }) => ({ sender: { emailAddress: { address: "ben@contoso.com", name: sender?.emailAddress.name ?? "" } } }),
  name: ({ sender, mailbox }) => ({
    sender: { emailAddress: { address: sender?.emailAddress.address ?? mailbox, name: "Sales Team" } },
  }),
  markup: ({ body }) => ({ body: body.replace("<p>", '<p style="color:#C00000; font-size:24pt">') }),
  disclaimer: ({ body }) => ({ body: body.replace("</body>", "<hr><p>This message is confidential.</p></body>") }),
  attachment: ({ attachments }) => ({
    attachments: [...attachments, { id: newId(), name: "terms.pdf", contentType: "application/pdf", size: 1200 }],
  }),
};
