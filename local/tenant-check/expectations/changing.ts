import type { Expectation } from "../expectation";
import { inWords } from "../session/mailbox";
import { planOf } from "../session/mails";
import type { Session } from "../session/open-session";
import { contentOf, keyHeader, sent, writeDraft } from "../session/send-mail";

const draftOnly = { step: 7, needs: ["A", "B"] } satisfies Partial<Expectation>;

async function changed(session: Session, change: object) {
  const { draftId } = await writeDraft(session, "inside");
  return (await session.mailbox("A")).call("PATCH", `/me/messages/${encodeURIComponent(draftId)}`, change);
}

async function created(session: Session, headers: { name: string; value: string }[]) {
  const to = [{ emailAddress: { address: session.address("B") } }];
  const message = { subject: "Tenant check", toRecipients: to, internetMessageHeaders: headers };
  return (await session.mailbox("A")).call("POST", "/me/messages", message);
}

/** Step 7: what may be written when. Nothing of it leaves. */
export const changingExpectations: Expectation[] = [
  {
    ...draftOnly,
    id: "headers-after-creation",
    truth: "internetMessageHeaders are given on creation only",
    source: "Graph, message: read-only; changelog: writeable on creation",
    expected: ["400"],
    run: async (session) => {
      const answer = await changed(session, { internetMessageHeaders: [{ name: keyHeader, value: "x" }] });
      return { came: String(answer.status), measured: inWords(answer) };
    },
  },
  {
    ...draftOnly,
    id: "change-of-all",
    truth: "Subject, body, recipients and properties of a draft change in one PATCH",
    source: "Graph, update message",
    expected: ["200"],
    run: async (session) => {
      const words = { key: "k", subject: "Changed", paragraph: "Changed.", to: session.address("B") };
      return inWords(await changed(session, contentOf(planOf("property"), words)));
    },
  },
  {
    ...draftOnly,
    id: "header-names",
    truth: "A header whose name does not begin with x- is refused",
    source: "msgraph-sdk-dotnet#2105",
    expected: ["400 InvalidInternetMessageHeader"],
    run: async (session) => inWords(await created(session, [{ name: "List-Unsubscribe", value: "<https://example.org>" }])),
  },
  {
    ...draftOnly,
    id: "six-headers",
    truth: "More than five headers are refused",
    source: "Microsoft's answer in learn 762243",
    expected: ["400 InvalidInternetMessageHeaderCollection"],
    run: async (session) => {
      // One name, six times: a new name would use up a slot of the mailbox for ever.
      const headers = Array.from({ length: 6 }, (_, n) => ({ name: keyHeader, value: String(n) }));
      return inWords(await created(session, headers));
    },
  },
  {
    ...draftOnly,
    id: "unknown-property",
    truth: "A property that a message does not have is refused",
    source: "Graph, errors",
    expected: ["400"],
    run: async (session) => {
      const answer = await changed(session, { subjekt: "x" });
      return { came: String(answer.status), measured: inWords(answer) };
    },
  },
  {
    ...draftOnly,
    id: "change-of-sent",
    mails: ["inside"],
    truth: "From 31 December 2026 the subject of what is no draft needs Mail-Advanced.ReadWrite",
    source: "Microsoft's announcement for Graph mail",
    expected: ["403 ErrorAccessDenied", "200"],
    run: async (session) => {
      const { sentId, subject } = await sent(session, "inside");
      const path = `/me/messages/${encodeURIComponent(sentId)}`;
      return inWords(await (await session.mailbox("A")).call("PATCH", path, { subject }));
    },
  },
];
