import type { Expectation } from "../expectation";
import { inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";
import { sent } from "../session/send-mail";

const after = { step: 6, needs: ["A", "B"], mails: ["inside"] } satisfies Partial<Expectation>;

async function reply(session: Session, body: object = {}) {
  const mail = await sent(session, "inside");
  const mailbox = await session.mailbox("A");
  const answer = await mailbox.call("POST", `/me/messages/${encodeURIComponent(mail.sentId)}/createReply`, body);
  return { mail, mailbox, answer };
}

/** Step 6: what createReply makes of one's own sent mail. */
export const replyingExpectations: Expectation[] = [
  {
    ...after,
    id: "reply-to-draft-id",
    truth: "createReply on the id of the draft works as long as that id lives",
    source: "Graph, immutable ids; as step 5",
    expected: ["201", "404 ErrorItemNotFound"],
    run: async (session) => {
      const { draftId } = await sent(session, "inside");
      // For a moment after its move an item is at neither place.
      await session.pause(30);
      const path = `/me/messages/${encodeURIComponent(draftId)}/createReply`;
      return inWords(await (await session.mailbox("A")).call("POST", path, {}));
    },
  },
  {
    ...after,
    id: "reply-goes-to",
    truth: "An answer to one's own mail is addressed to oneself",
    source: "microsoft-graph-docs#5306",
    expected: ["oneself"],
    run: async (session) => {
      const { answer, mail, mailbox } = await reply(session);
      if (answer.status !== 201) return inWords(answer);
      const to = (answer.body.toRecipients ?? []).map((one) => one.emailAddress?.address?.toLowerCase());
      if (to.length === 0) return "nobody";
      if (to.every((one) => one === mail.to.toLowerCase())) return "whom the mail went to";
      const me = (await mailbox.call("GET", "/me")).body.mail?.toLowerCase();
      return to.every((one) => one === me) ? "oneself" : "somebody else";
    },
  },
  {
    ...after,
    id: "reply-ignores-recipients",
    truth: "Recipients given to createReply are kept, or replaced by the usual ones",
    source: "Graph, create reply; microsoft-graph-docs#5306",
    expected: ["kept", "replaced"],
    run: async (session) => {
      const { to } = await sent(session, "inside");
      const { answer } = await reply(session, { message: { toRecipients: [{ emailAddress: { address: to } }] } });
      if (answer.status !== 201) return inWords(answer);
      const first = answer.body.toRecipients?.[0]?.emailAddress?.address?.toLowerCase();
      return first === to.toLowerCase() ? "kept" : "replaced";
    },
  },
  {
    ...after,
    id: "reply-subject",
    truth: "The answer's subject is a prefix of the mailbox's language and the subject before",
    source: "Graph, create reply",
    expected: ["a prefix and the subject"],
    run: async (session) => {
      const { answer, mail } = await reply(session);
      const subject = answer.body.subject ?? "";
      const prefix = subject.slice(0, -mail.subject.length);
      const came = subject.endsWith(mail.subject) && prefix !== "" ? "a prefix and the subject" : "something else";
      return { came, measured: `prefix "${prefix.trim()}"` };
    },
  },
  {
    ...after,
    id: "reply-conversation",
    truth: "The answer's draft is in the conversation of the mail",
    source: "Graph, create reply",
    expected: ["the same"],
    run: async (session) => {
      const { answer, mail } = await reply(session);
      return answer.body.conversationId === mail.conversationId ? "the same" : "another";
    },
  },
  {
    ...after,
    id: "reply-comment-and-body",
    truth: "A comment and a body at once are refused",
    source: "Graph, create reply",
    expected: ["400"],
    run: async (session) => {
      const { answer } = await reply(session, { comment: "a", message: { body: { contentType: "text", content: "b" } } });
      return { came: String(answer.status), measured: inWords(answer) };
    },
  },
  {
    ...after,
    id: "reply-settles",
    truth: "A change right after createReply meets a stale etag, or does not",
    source: "recorded by inbox-zero; Graph says nothing",
    expected: ["200", "412 ErrorIrresolvableConflict"],
    run: async (session) => {
      const { answer, mailbox } = await reply(session);
      const path = `/me/messages/${encodeURIComponent(answer.body.id ?? "")}`;
      const etag = answer.body["@odata.etag"] ?? "*";
      return inWords(await mailbox.call("PATCH", path, { subject: "Changed" }, { "if-match": etag }));
    },
  },
];
