import type { Expectation } from "../expectation";
import { inboxSince } from "../session/look-up";
import { inWords } from "../session/mailbox";
import { handed, keyHeader, sent } from "../session/send-mail";

const first = { step: 4, needs: ["A", "outside"], mails: ["first"] } satisfies Partial<Expectation>;

/** Step 4: the first mail. */
export const firstMailExpectations: Expectation[] = [
  {
    ...first,
    id: "draft-has-ids",
    truth: "A new draft has its three ids at once; its headers and properties are not shown",
    source: "Graph, create message",
    expected: ["three ids, no headers, no properties"],
    run: async (session) => {
      const { draft, draftId, messageId, conversationId } = await handed(session, "first");
      const ids = [draftId, messageId, conversationId].filter(Boolean).length === 3 ? "three ids" : "not three ids";
      const headers = draft.internetMessageHeaders ? "headers" : "no headers";
      return `${ids}, ${headers}, ${draft.singleValueExtendedProperties ? "properties" : "no properties"}`;
    },
  },
  {
    ...first,
    id: "html-rewritten",
    truth: "Exchange rewrites the HTML it is given",
    source: "recorded messages of several projects",
    expected: ["rewritten"],
    run: async (session) => {
      const { draft, paragraph } = await handed(session, "first");
      const content = draft.body?.content ?? "";
      if (!content.includes(paragraph)) return "without its text";
      return content === `<p class='c'>${paragraph}</p>` ? "as given" : "rewritten";
    },
  },
  {
    ...first,
    id: "send-answers",
    truth: "POST …/send answers 202",
    source: "Graph, send message",
    expected: ["202"],
    run: async (session) => String((await handed(session, "first")).status),
  },
  {
    ...first,
    id: "first-report",
    truth: "No report about the own organisation comes back",
    source: "Exchange, non-delivery reports",
    expected: ["no report"],
    stops: "report 5.7.708",
    run: async (session) => {
      const mail = await sent(session, "first");
      const mailbox = await session.mailbox("A");
      await session.pause(60);
      const report = (await inboxSince(mailbox, mail.at)).find((one) => one.subject?.includes(mail.subject));
      if (!report) return "no report";
      const { text } = await mailbox.get(report.id ?? "", "/$value");
      return `report ${/^Status: ?(\d\.\d+\.\d+)/m.exec(text)?.[1] ?? "without a status"}`;
    },
  },
  {
    ...first,
    id: "arrives-once",
    truth: "One send, one mail",
    source: "Graph, send message",
    expected: ["yes"],
    run: async (session) => session.act({ do: "look", at: "arrived once", mail: await sent(session, "first") }),
  },
  {
    ...first,
    id: "sender-address",
    truth: "Mail carries the address that GET /me calls mail",
    source: "Graph, user; Exchange, sending from aliases",
    expected: ["the address of GET /me"],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const { body: me } = await mailbox.call("GET", "/me");
      const copy = await mailbox.get((await sent(session, "first")).sentId, "?$select=from");
      const from = copy.body.from?.emailAddress?.address;
      return from?.toLowerCase() === me.mail?.toLowerCase() ? "the address of GET /me" : `another: ${from}`;
    },
  },
  {
    ...first,
    id: "sent-copy-headers",
    truth: "The sender's own copy shows no transport headers",
    source: "Exchange: it made no trip through transport",
    expected: ["none", "only what was given"],
    run: async (session) => {
      const copy = await (await session.mailbox("A")).get(
        (await sent(session, "first")).sentId,
        "?$select=internetMessageHeaders",
      );
      if (copy.status !== 200) return inWords(copy);
      const names = (copy.body.internetMessageHeaders ?? []).map((one) => one.name?.toLowerCase() ?? "null");
      const came = names.length === 0 ? "none" : names.every((name) => name === keyHeader) ? "only what was given" : "more";
      return { came, measured: names.join(", ") };
    },
  },
];
