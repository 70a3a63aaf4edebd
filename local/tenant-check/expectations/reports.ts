import type { Expectation } from "../expectation";
import { classOf, headerOf, inboxSince, readChanges } from "../session/look-up";
import type { Body } from "../session/mailbox";
import type { Session } from "../session/open-session";
import { sent } from "../session/send-mail";

type Lost = "lostOutside" | "lostInside";

/** The report about a mail that nobody lives to get; found by the mail's subject, which every language keeps. */
export function reportAbout(session: Session, name: Lost | "lostPortuguese" | "lostPolish" | "lostJapanese"): Promise<Body> {
  return session.once(`report about ${name}`, async () => {
    const mail = await sent(session, name);
    const mailbox = await session.mailbox("A");
    const fits = (one: Body) => one.subject?.includes(mail.subject) && classOf(one).startsWith("REPORT.");
    return session.until(`A report about "${name}"`, 600, async () => (await inboxSince(mailbox, mail.at)).find(fits));
  });
}

const exchange = "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@";

function about(name: Lost): Expectation[] {
  const where = name === "lostOutside" ? "outside" : "inside";
  const base = {
    step: 12,
    needs: ["A", name === "lostOutside" ? "nowhereOutside" : "nowhereInside"],
    mails: [name],
    minutes: 10,
  } satisfies Partial<Expectation>;
  const who = `an address where nobody lives, ${where}`;
  return [
    {
      ...base,
      id: `report-class-${where}`,
      truth: `A report about ${who}, has the class of reports`,
      source: "Exchange, message classes",
      expected: ["REPORT.IPM.Note.NDR"],
      run: async (session) => classOf(await reportAbout(session, name)),
    },
    {
      ...base,
      id: `report-from-${where}`,
      truth: "A report comes from Exchange's own address, the same everywhere before the @",
      source: "Graph, samples; recorded messages",
      expected: ["Exchange's own address", "postmaster", "mailer-daemon"],
      run: async (session) => {
        const report = await reportAbout(session, name);
        const from = report.from?.emailAddress?.address?.toLowerCase() ?? "nobody";
        return from.startsWith(exchange) ? "Exchange's own address" : (from.split("@")[0] ?? "");
      },
    },
    {
      ...base,
      id: `report-names-mail-${where}`,
      truth: "A report names the mail in In-Reply-To or References",
      source: "recorded messages",
      expected: ["yes"],
      run: async (session) => {
        const [report, mail] = [await reportAbout(session, name), await sent(session, name)];
        const names = ["In-Reply-To", "References"].filter((header) => headerOf(report, header)?.includes(mail.messageId));
        return { came: names.length > 0 ? "yes" : "no", measured: names.join(", ") };
      },
    },
    {
      ...base,
      id: `report-conversation-${where}`,
      truth: "A report is in the conversation of the mail, or in one of its own",
      source: "nobody says",
      expected: ["the same", "another"],
      run: async (session) => {
        const [report, mail] = [await reportAbout(session, name), await sent(session, name)];
        return report.conversationId === mail.conversationId ? "the same" : "another";
      },
    },
    {
      ...base,
      id: `report-in-delta-${where}`,
      truth: "The change list of the inbox tells of a report",
      source: "Graph, delta of messages",
      expected: ["yes"],
      run: async (session) => {
        const [report, mail] = [await reportAbout(session, name), await sent(session, name)];
        const { items } = await readChanges(await session.mailbox("A"), mail.at);
        return items.some((one) => one.id === report.id) ? "yes" : "no";
      },
    },
    {
      ...base,
      id: `report-value-${where}`,
      step: 13,
      truth: "$value of a report has its machine-readable part, with recipient, status and the mail's Message-ID",
      source: "Graph, get MIME; RFC 3464",
      expected: ["200, recipient, status, Message-ID"],
      run: async (session) => {
        const [report, mail] = [await reportAbout(session, name), await sent(session, name)];
        const { status, text, headers } = await (await session.mailbox("A")).get(report.id ?? "", "/$value");
        const code = /^Status: ?(\d\.\d+\.\d+)/im.exec(text)?.[1];
        const parts = [
          new RegExp(`^Final-Recipient: ?rfc822; ?${mail.to.replace(/[.+]/g, "\\$&")}`, "im").test(text) && "recipient",
          code && "status",
          text.replace(/\r?\n[ \t]+/g, " ").includes(mail.messageId) && "Message-ID",
        ];
        const came = [String(status), ...parts].filter(Boolean).join(", ");
        return { came, measured: `status ${code ?? "none"}, as ${headers.get("content-type") ?? "nothing"}` };
      },
    },
  ];
}

/** Steps 12 and 13: what comes back from where nobody lives. */
export const reportExpectations: Expectation[] = [...about("lostOutside"), ...about("lostInside")];
