import type { Expectation } from "../expectation";
import { byKey, find, headerOf, received } from "../session/look-up";
import { handed, keyHeader, keyProperty, sent, unsubscribesAt } from "../session/send-mail";

const yesOrNo = { expected: ["yes"] };
const property = { step: 8, needs: ["A", "B"], mails: ["property"] } satisfies Partial<Expectation>;
const inside = { step: 9, needs: ["A", "B"], mails: ["followUpInside"] } satisfies Partial<Expectation>;

/** Steps 8, 9 and 10: the key, the thread, and what the other side sees. */
export const threadExpectations: Expectation[] = [
  {
    ...property,
    ...yesOrNo,
    id: "property-as-header",
    truth: "An extended property in the set of internet headers travels as a header",
    source: "msgraph-sdk-javascript#1909, office-js#5886",
    run: async (session) => {
      const { messageId, key } = await sent(session, "property");
      return headerOf(await received(session, "B", messageId), keyHeader) === key ? "yes" : "no";
    },
  },
  {
    ...property,
    ...yesOrNo,
    id: "header-of-creation",
    mails: ["inside"],
    truth: "A header given on creation arrives",
    source: "Graph, create message",
    run: async (session) => {
      const { messageId, key } = await sent(session, "inside");
      return headerOf(await received(session, "B", messageId), keyHeader) === key ? "yes" : "no";
    },
  },
  {
    ...yesOrNo,
    id: "property-as-header-outside",
    step: 8,
    needs: ["A", "outside"],
    mails: ["propertyOutside"],
    truth: "The same, at a box outside",
    source: "as before",
    run: async (session) => {
      const mail = await sent(session, "propertyOutside");
      return session.act({ do: "look", at: "has the key as a header", mail });
    },
  },
  {
    ...inside,
    id: "follow-up-taken",
    truth: "A follow-up made by createReply and one PATCH is sent",
    source: "Graph, create reply, update message, send message",
    expected: ["202"],
    run: async (session) => String((await handed(session, "followUpInside")).status),
  },
  {
    ...inside,
    ...yesOrNo,
    id: "follow-up-in-reply-to",
    truth: "A follow-up names the mail before it in In-Reply-To and References",
    source: "RFC 5322; Graph, create reply",
    run: async (session) => {
      const [mail, before] = [await sent(session, "followUpInside"), await sent(session, "inside")];
      const message = await received(session, "B", mail.messageId);
      const names = ["In-Reply-To", "References"].map((name) => headerOf(message, name)?.includes(before.messageId));
      return names.every(Boolean) ? "yes" : "no";
    },
  },
  {
    ...inside,
    ...yesOrNo,
    id: "follow-up-conversation",
    truth: "A follow-up is in the conversation of the mail before it, at either end",
    source: "Graph, message",
    run: async (session) => {
      const [mail, before] = [await sent(session, "followUpInside"), await sent(session, "inside")];
      const ends = [await received(session, "B", mail.messageId), await received(session, "B", before.messageId)];
      const atB = ends[0]?.conversationId === ends[1]?.conversationId;
      return atB && mail.conversationId === before.conversationId ? "yes" : "no";
    },
  },
  {
    ...inside,
    id: "no-stray-draft",
    truth: "Nothing of a follow-up stays behind as a draft",
    source: "Graph, send message",
    expected: ["one item, sent"],
    run: async (session) => {
      const mail = await sent(session, "followUpInside");
      const mailbox = await session.mailbox("A");
      const all = await session.until("A follow-up under its key", 120, async () => {
        const found = await find(mailbox, byKey(keyProperty, mail.key));
        return found.some((one) => !one.isDraft) && found;
      });
      return `${all.length === 1 ? "one item" : `${all.length} items`}, ${all.some((one) => one.isDraft) ? "a draft" : "sent"}`;
    },
  },
  {
    ...yesOrNo,
    id: "one-thread-outside",
    step: 9,
    needs: ["A", "outside"],
    mails: ["followUp"],
    truth: "At a box outside the follow-up stands in one thread with the mail before it",
    source: "RFC 5322; by eye",
    run: async (session) => {
      const [mail, earlier] = [await sent(session, "followUp"), await sent(session, "first")];
      return session.act({ do: "look", at: "stands in the thread", mail, earlier });
    },
  },
  {
    ...yesOrNo,
    id: "list-unsubscribe-inside",
    step: 10,
    needs: ["A", "B"],
    mails: ["inside"],
    truth: "List-Unsubscribe given as property 0x1045 arrives",
    source: "redaxo/core#6590",
    run: async (session) => {
      const { messageId, key } = await sent(session, "inside");
      return headerOf(await received(session, "B", messageId), "List-Unsubscribe")?.includes(key) ? "yes" : "no";
    },
  },
  {
    ...yesOrNo,
    id: "list-unsubscribe-whole",
    step: 10,
    needs: ["A", "B"],
    mails: ["inside"],
    truth: "List-Unsubscribe arrives with both of its addresses, the mail before the page",
    source: "MS-OXCMAIL 2.1.3.2.15; untried",
    run: async (session) => {
      const { messageId, key } = await sent(session, "inside");
      const came = headerOf(await received(session, "B", messageId), "List-Unsubscribe") ?? "";
      return came.replace(/\s+/g, " ").trim() === unsubscribesAt(key) ? "yes" : "no";
    },
  },
  ...(
    [
      ["list-unsubscribe-button", "has a button to unsubscribe", "A mail program outside offers a button to unsubscribe"],
      ["list-unsubscribe-outside", "has List-Unsubscribe", "List-Unsubscribe arrives at a box outside"],
      ["list-unsubscribe-under-dkim", "has List-Unsubscribe under DKIM", "The signature of DKIM covers List-Unsubscribe"],
      ["as-signed-outside", "looks as signed", "From and text arrive as they were written"],
    ] as const
  ).map(
    ([id, at, truth]): Expectation => ({
      ...{ id, truth, step: 10, needs: ["A", "outside"], mails: ["first"], expected: ["yes"] },
      source: "by eye",
      run: async (session) => session.act({ do: "look", at, mail: await sent(session, "first") }),
    }),
  ),
];
