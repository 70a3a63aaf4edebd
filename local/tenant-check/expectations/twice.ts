import type { Expectation } from "../expectation";
import { byKey, expandProperty, find } from "../session/look-up";
import { inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";
import { handed, keyProperty, sent, writeDraft } from "../session/send-mail";

/** A mail that is handed over twice within a second; its copies at B are counted a minute later. */
function twice(session: Session) {
  return session.once("handed over twice", async () => {
    const mailbox = await session.mailbox("A");
    const { draftId, messageId } = await writeDraft(session, "twice");
    const first = inWords(await mailbox.send(draftId));
    const flags = await mailbox.get(draftId, `?$select=isDraft&${expandProperty("Integer 0x0E07")}`);
    const second = inWords(await mailbox.send(draftId));
    const atB = await session.mailbox("B");
    await session.until(
      "A mail that was sent twice",
      180,
      async () => (await find(atB, `internetMessageId eq '${messageId}'`))[0],
    );
    await session.pause(60);
    const copies = (await find(atB, `internetMessageId eq '${messageId}'`)).length;
    return { first, second, copies, flags, draftId };
  });
}

const twiceBase = { step: 20, needs: ["A", "B"], mails: ["twice"], minutes: 4 } satisfies Partial<Expectation>;
const lag = { step: 21, needs: ["A", "B"], mails: ["lag"], minutes: 3 } satisfies Partial<Expectation>;

/** Steps 20 and 21: what happens twice, and how late a look-up knows. */
export const twiceExpectations: Expectation[] = [
  {
    ...twiceBase,
    id: "second-send",
    truth: "A second /send before the move is taken, or not, and delivers a second time, or not",
    source: "Graph says nothing; microsoft-graph-docs-contrib#921 is open",
    expected: [
      "202, then 202: 2 copies",
      "202, then 202: 1 copy",
      "202, then 404 ErrorItemNotFound: 1 copy",
      "202, then 409 ErrorIrresolvableConflict: 1 copy",
    ],
    run: async (session) => {
      const { first, second, copies } = await twice(session);
      return `${first}, then ${second}: ${copies} ${copies === 1 ? "copy" : "copies"}`;
    },
  },
  {
    ...twiceBase,
    id: "submitted-flag",
    truth: "Between 202 and the move the flags of the item say that it was handed over",
    source: "MAPI, PidTagMessageFlags; Graph says nothing",
    expected: ["handed over", "moved already"],
    run: async (session) => {
      const { flags } = await twice(session);
      if (flags.status !== 200) return flags.status === 404 ? "moved already" : inWords(flags);
      const held = Number(flags.body.singleValueExtendedProperties?.[0]?.value ?? 0);
      if (!flags.body.isDraft) return "moved already";
      return { came: (held & 4) === 4 ? "handed over" : "not to be seen", measured: `flags ${held}` };
    },
  },
  {
    ...twiceBase,
    id: "send-after-move",
    truth: "What was sent already is not sent again",
    source: "rlrghb/olkcli#118",
    expected: ["404 ErrorItemNotFound"],
    run: async (session) => {
      const { draftId } = await twice(session);
      return inWords(await (await session.mailbox("A")).send(draftId));
    },
  },
  {
    ...lag,
    id: "lag-of-draft",
    mails: [],
    truth: "A new draft is found by Message-ID and by key within a minute",
    source: "Graph says nothing; the product waits a minute",
    expected: ["within a minute"],
    run: async (session) => {
      const { messageId, key } = await writeDraft(session, "lag");
      const mailbox = await session.mailbox("A");
      const began = Date.now();
      const seconds = async (filter: string) => {
        await session.until("A draft", 170, async () => (await find(mailbox, filter)).length > 0);
        return (Date.now() - began) / 1000;
      };
      const [byId, own] = [await seconds(`internetMessageId eq '${messageId}'`), await seconds(byKey(keyProperty, key))];
      const came = Math.max(byId, own) <= 60 ? "within a minute" : "later";
      return { came, measured: `by Message-ID ${byId.toFixed(1)} s, by key ${own.toFixed(1)} s` };
    },
  },
  {
    ...lag,
    id: "lag-of-sending",
    truth: "A look-up knows within a minute that a mail was sent",
    source: "Graph says nothing; the product waits a minute",
    expected: ["within a minute"],
    run: async (session) => {
      await handed(session, "lag");
      const { seconds } = await sent(session, "lag");
      return { came: seconds <= 60 ? "within a minute" : "later", measured: `${seconds.toFixed(1)} s` };
    },
  },
];
