import type { Box, Who } from "../words";
import type { Body } from "./mailbox";

export type MailPlan = {
  from: Who;
  to: Who | Box;
  /** The mail in whose thread it goes. */
  after?: MailName;
  /** The key as an extended property in the set of headers, instead of a header given on creation. */
  keyAsProperty?: true;
  receipt?: true;
};

/** Every mail that any expectation sends; each leaves once a run. */
export const mails = {
  first: { from: "A", to: "outside" },
  inside: { from: "A", to: "B" },
  timed: { from: "A", to: "B" },
  property: { from: "A", to: "B", keyAsProperty: true },
  propertyOutside: { from: "A", to: "outside", keyAsProperty: true },
  followUp: { from: "A", to: "outside", after: "first", keyAsProperty: true },
  followUpInside: { from: "A", to: "B", after: "inside", keyAsProperty: true },
  lostOutside: { from: "A", to: "nowhereOutside" },
  lostInside: { from: "A", to: "nowhereInside" },
  receipt: { from: "A", to: "B", receipt: true },
  awayInside: { from: "A", to: "B" },
  awayOutside: { from: "A", to: "outside" },
  moved: { from: "A", to: "outside" },
  plain: { from: "A", to: "outside" },
  lostPortuguese: { from: "A", to: "nowhereOutside" },
  lostPolish: { from: "A", to: "nowhereOutside" },
  lostJapanese: { from: "A", to: "nowhereOutside" },
  twice: { from: "A", to: "B" },
  lag: { from: "A", to: "B" },
  asAnother: { from: "A", to: "B" },
  limited: { from: "B", to: "A" },
} satisfies Record<string, { from: Who; to: Who | Box; after?: string; keyAsProperty?: true; receipt?: true }>;

export type MailName = keyof typeof mails;
export const planOf = (name: MailName): MailPlan => mails[name] as MailPlan;

export type Handed = {
  name: MailName;
  key: string;
  subject: string;
  paragraph: string;
  to: string;
  /** Of POST …/send. */
  status: number;
  draftId: string;
  messageId: string;
  conversationId: string;
  draft: Body;
  at: Date;
};
export type Sent = Handed & { sentId: string; seconds: number };

/** With the mails whose thread they continue, each once. */
export function withEarlier(names: MailName[]): MailName[] {
  const earlier = names.flatMap((name) => planOf(name).after ?? []);
  return [...new Set([...earlier, ...names])];
}
