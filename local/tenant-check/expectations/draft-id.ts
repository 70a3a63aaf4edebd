import type { Expectation } from "../expectation";
import { byKey, find } from "../session/look-up";
import { inWords } from "../session/mailbox";
import { handed, keyProperty, sent } from "../session/send-mail";

const timed = { step: 5, needs: ["A", "B"], mails: ["timed"] } satisfies Partial<Expectation>;

/** Step 5: what a draft's id is worth once the draft was sent. */
export const draftIdExpectations: Expectation[] = [
  {
    ...timed,
    id: "draft-id-after-send",
    truth: "The immutable id of a draft outlives its sending, or it does not",
    source: "Graph, immutable ids: stays; Graph, overview of the mail API: changes",
    expected: ["stays", "404 ErrorItemNotFound"],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const { draftId } = await handed(session, "timed");
      const look = async () => {
        const answer = await mailbox.get(draftId, "?$select=isDraft");
        return answer.status === 200 ? (answer.body.isDraft ? "still a draft" : "stays") : inWords(answer);
      };
      await session.pause(1);
      const first = await look();
      await session.pause(9);
      const second = await look();
      // The last look counts, so it comes when the mail is in Sent Items for certain.
      await sent(session, "timed");
      await session.pause(50);
      const last = await look();
      return { came: last, measured: `1 s: ${first}, 10 s: ${second}, 60 s: ${last}` };
    },
  },
  {
    ...timed,
    id: "found-by-message-id",
    truth: "A sent mail is found by the Message-ID of its draft, in the same conversation",
    source: "msgraph-sdk-dotnet#2947; Graph, message",
    expected: ["one, sent, same conversation"],
    run: async (session) => {
      const mail = await sent(session, "timed");
      const all = await find(await session.mailbox("A"), `internetMessageId eq '${mail.messageId}'`);
      return described(all, mail.conversationId);
    },
  },
  {
    ...timed,
    id: "found-by-key",
    truth: "A sent mail is found by an extended property given to its draft",
    source: "Graph, extended properties; microsoft-graph-docs#3766",
    expected: ["one, sent, same conversation"],
    run: async (session) => {
      const mail = await sent(session, "timed");
      const mailbox = await session.mailbox("A");
      const all = await session.until("A sent mail under its key", 120, async () => {
        const found = await find(mailbox, byKey(keyProperty, mail.key));
        return found.some((one) => !one.isDraft) && found;
      });
      return described(all, mail.conversationId);
    },
  },
];

function described(all: { isDraft?: boolean | null; conversationId?: string | null }[], conversation: string): string {
  const count = all.length === 1 ? "one" : String(all.length);
  const state = all.every((one) => one.isDraft === false) ? "sent" : "not sent";
  return `${count}, ${state}, ${all.every((one) => one.conversationId === conversation) ? "same" : "another"} conversation`;
}
