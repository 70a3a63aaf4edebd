import type { Expectation } from "../expectation";
import { classOf, headerOf, inboxSince, readChanges } from "../session/look-up";
import type { Body } from "../session/mailbox";
import type { Sent } from "../session/mails";
import type { Session } from "../session/open-session";
import { sent } from "../session/send-mail";

/** A message that came to A after an act, found in the plain list by a part of its subject. */
async function came(session: Session, what: string, from: Date, fits: (one: Body) => boolean | undefined): Promise<Body> {
  const mailbox = await session.mailbox("A");
  return session.until(what, 300, async () => (await inboxSince(mailbox, from)).find(fits));
}

/** The automatic answer of somebody outside; it comes once a run. */
function automatic(session: Session): Promise<{ message: Body; mail: Sent }> {
  return session.once("automatic answer", async () => {
    const mail = await sent(session, "awayOutside");
    await session.act({ do: "answer", how: "by machine", mail });
    const fits = (one: Body) => one.subject?.includes(mail.subject);
    return { mail, message: await came(session, "An automatic answer from outside", mail.at, fits) };
  });
}

const outside = { step: 15, needs: ["A", "outside"], mails: ["awayOutside"], minutes: 5 } satisfies Partial<Expectation>;

/** Steps 14, 15 and 16: what programs answer. */
export const machineExpectations: Expectation[] = [
  {
    id: "receipt-class",
    step: 14,
    truth: "A read receipt has a class of its own",
    source: "Exchange, message classes",
    needs: ["A", "B"],
    mails: ["receipt"],
    minutes: 5,
    expected: ["REPORT.IPM.Note.IPNRN"],
    run: async (session) => {
      const mail = await sent(session, "receipt");
      await session.act({ do: "receipt", mail });
      const fits = (one: Body) => one.subject?.includes(mail.subject) && classOf(one) !== "IPM.Note";
      return classOf(await came(session, "A read receipt", mail.at, fits));
    },
  },
  {
    id: "automatic-inside",
    step: 15,
    truth: "An automatic answer of the same organisation stands in Outlook, and neither in the list nor in the change list",
    source: "measured in October 2026 by one project",
    needs: ["A", "B"],
    mails: ["awayInside"],
    minutes: 5,
    expected: ["neither"],
    run: async (session) => {
      const mail = await sent(session, "awayInside");
      await session.act({ do: "answer", how: "by machine", mail });
      await session.pause(30);
      const mailbox = await session.mailbox("A");
      const fits = (one: Body) => one.subject?.includes(mail.subject);
      const listed = (await inboxSince(mailbox, mail.at)).find(fits);
      const changed = (await readChanges(mailbox, mail.at)).items.some(fits);
      const where = [listed && "list", changed && "change list"].filter(Boolean).join(" and ") || "neither";
      return { came: where, measured: listed ? classOf(listed) : "" };
    },
  },
  {
    ...outside,
    id: "automatic-outside-class",
    truth: "An automatic answer from outside is a plain message",
    source: "recorded messages",
    expected: ["IPM.Note"],
    run: async (session) => classOf((await automatic(session)).message),
  },
  {
    ...outside,
    id: "automatic-outside-header",
    truth: "An automatic answer from outside says so in Auto-Submitted",
    source: "RFC 3834",
    expected: ["auto-replied", "auto-generated"],
    run: async (session) => headerOf((await automatic(session)).message, "Auto-Submitted") ?? "nothing",
  },
  {
    ...outside,
    id: "automatic-outside-delta",
    truth: "An automatic answer from outside is in the change list",
    source: "Graph, delta of messages",
    expected: ["yes"],
    run: async (session) => {
      const { message, mail } = await automatic(session);
      const { items } = await readChanges(await session.mailbox("A"), mail.at);
      return items.some((one) => one.id === message.id) ? "yes" : "no";
    },
  },
  ...(
    [
      ["accepted", "Pos"],
      ["declined", "Neg"],
    ] as const
  ).map(
    ([answer, end]): Expectation => ({
      id: `meeting-${answer}`,
      step: 16,
      truth: `A meeting that was ${answer} answers by a type and a class of its own`,
      source: "Graph, eventMessageResponse; Exchange, message classes",
      needs: ["A", "B"],
      minutes: 5,
      expected: [`#microsoft.graph.eventMessageResponse IPM.Schedule.Meeting.Resp.${end}`],
      run: async (session) => {
        const subject = `Tenant check ${session.run}: ${answer}`;
        const from = new Date();
        await session.act({ do: "meeting", subject, answer });
        const fits = (one: Body) => one.subject?.includes(subject) && classOf(one).includes(".Resp.");
        const message = await came(session, "An answer to a meeting", from, fits);
        return `${message["@odata.type"] ?? "no type"} ${classOf(message)}`;
      },
    }),
  ),
];
