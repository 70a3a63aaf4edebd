import type { Expectation } from "../expectation";
import { classOf, find, inboxSince, readChanges } from "../session/look-up";
import { type Body, inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";
import { sent } from "../session/send-mail";
import { Skipped } from "../words";

const mimeAnswers = ["500 ErrorMimeContentConversionFailed", "500 ErrorContentConversionFailed", "500 ErrorCorruptData", "200"];

async function mimeOf(session: Session, from: Date, fits: (one: Body) => boolean | undefined) {
  const mailbox = await session.mailbox("A");
  const message = await session.until("A signed message", 600, async () => (await inboxSince(mailbox, from)).find(fits));
  return { came: inWords(await mailbox.get(message.id ?? "", "/$value")), measured: classOf(message) };
}

/** Steps 17, 18 and 19: what is moved, what cannot be read, and other languages. */
export const oddMessageExpectations: Expectation[] = [
  {
    id: "moved-answer",
    step: 17,
    truth: "An answer that is moved away at once may never be in the inbox's change list; a look over all folders finds it",
    source: "Graph, delta of messages: by folder",
    needs: ["A", "outside"],
    mails: ["moved"],
    minutes: 5,
    expected: ["not in the change list, found", "in the change list, found", "removed in the change list, found"],
    run: async (session) => {
      const mail = await sent(session, "moved");
      await session.act({ do: "answer", how: "into another folder", mail });
      const mailbox = await session.mailbox("A");
      const answer = await session.until("The answer, over all folders", 300, async () => {
        const all = await find(mailbox, `conversationId eq '${mail.conversationId}'`);
        return all.find((one) => one.internetMessageId !== mail.messageId);
      });
      const { items } = await readChanges(mailbox, mail.at);
      const told = items.filter((one) => one.id === answer.id);
      const removed = told.some((one) => one["@removed"]) ? "removed in the change list" : "in the change list";
      return `${told.length > 0 ? removed : "not in the change list"}, found`;
    },
  },
  {
    id: "signed-mail-value",
    step: 18,
    truth: "$value of an S/MIME mail fails, or does not",
    source: "Graph, get MIME: it works; OpenArchiver#487: it does not",
    needs: ["A"],
    minutes: 10,
    expected: mimeAnswers,
    run: async (session) => {
      const subject = `Tenant check ${session.run}: signed`;
      const from = new Date();
      await session.act({ do: "signed mail", subject });
      return mimeOf(session, from, (one) => one.subject?.includes(subject));
    },
  },
  {
    id: "signed-report-value",
    step: 18,
    truth: "$value of a report about an S/MIME mail fails, or does not",
    source: "OpenArchiver#487",
    needs: ["A", "outside"],
    mails: ["plain"],
    minutes: 10,
    expected: mimeAnswers,
    run: async (session) => {
      const mail = await sent(session, "plain");
      await session.act({ do: "report about signed mail", mail });
      return mimeOf(session, mail.at, (one) => one.subject?.includes(mail.subject) && classOf(one).startsWith("REPORT."));
    },
  },
  {
    id: "plain-after-signed",
    step: 18,
    truth: "A plain answer after such messages is in the change list",
    source: "Graph, delta of messages",
    needs: ["A", "outside"],
    mails: ["plain"],
    minutes: 5,
    expected: ["yes"],
    run: async (session) => {
      const mail = await sent(session, "plain");
      await session.act({ do: "answer", how: "by hand", mail });
      const mailbox = await session.mailbox("A");
      const isAnswer = (one: Body) => one.subject?.includes(mail.subject) && classOf(one) === "IPM.Note";
      const fits = async () => (await inboxSince(mailbox, mail.at)).find(isAnswer);
      const answer = await session.until("A plain answer", 300, fits);
      return (await readChanges(mailbox, mail.at)).items.some((one) => one.id === answer.id) ? "yes" : "no";
    },
  },
  {
    id: "unreadable-for-ever",
    step: 18,
    truth: "A message that cannot be read answers 500 each time, and the change list still tells of it",
    source: "microsoft-graph-docs-contrib#7758",
    needs: ["A"],
    expected: ["500 ErrorContentConversionFailed twice", "500 ErrorCorruptData twice"],
    run: async (session) => {
      const id = await session.act({ do: "unreadable message" });
      const mailbox = await session.mailbox("A");
      const [one, two] = [inWords(await mailbox.get(id)), inWords(await mailbox.get(id))];
      if (one === "404 ErrorItemNotFound") throw new Skipped("No message of A has this id.");
      return one === two ? `${one} twice` : `${one}, then ${two}`;
    },
  },
];
