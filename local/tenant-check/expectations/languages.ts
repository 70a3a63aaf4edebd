import type { Expectation } from "../expectation";
import { classOf } from "../session/look-up";
import { sent } from "../session/send-mail";
import { reportAbout } from "./reports";

/** Step 19: what a mailbox's language changes. */
export const languageExpectations: Expectation[] = (
  [
    ["pt-BR", "lostPortuguese"],
    ["pl-PL", "lostPolish"],
    ["ja-JP", "lostJapanese"],
  ] as const
).map(
  ([language, name]): Expectation => ({
    id: `report-in-${language}`,
    step: 19,
    truth: `With the mailbox in ${language} a report still has its class; only its words change`,
    source: "Exchange, message classes; recorded subjects",
    needs: ["A", "nowhereOutside"],
    mails: [name],
    minutes: 10,
    expected: ["REPORT.IPM.Note.NDR"],
    run: async (session) => {
      await session.act({ do: "language", language });
      try {
        const mail = await sent(session, name);
        const report = await reportAbout(session, name);
        const mailbox = await session.mailbox("A");
        const reply = await mailbox.call("POST", `/me/messages/${encodeURIComponent(mail.sentId)}/createReply`, {});
        const prefix = (subject = "") => subject.replace(mail.subject, "").trim();
        const measured = `report "${prefix(report.subject ?? "")}", answer "${prefix(reply.body.subject ?? "")}"`;
        return { came: classOf(report), measured };
      } finally {
        await session.act({ do: "language", language: "en-US" }).catch(() => "");
      }
    },
  }),
);
