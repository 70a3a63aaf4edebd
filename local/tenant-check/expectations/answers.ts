import { randomUUID } from "node:crypto";
import type { Expectation } from "../expectation";
import { type Answer, inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";

const base = { step: 25, needs: ["A"] } satisfies Partial<Expectation>;

/** Of received messages; Microsoft's own types call each of them nullable. */
const nullable = ["subject", "from", "sender", "receivedDateTime", "internetMessageId", "conversationId"];

async function missing(session: Session, headers: Record<string, string> = {}): Promise<Answer> {
  return (await session.mailbox("A")).call("GET", "/me/messages/AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A", undefined, headers);
}

/** Step 25: the form of answers, to be compared by hand. */
export const answerExpectations: Expectation[] = [
  {
    ...base,
    id: "error-form",
    truth: "An error has a code, a message, and the ids by which support finds it",
    source: "Graph, error responses",
    expected: ["code, message, date, request-id, client-request-id"],
    run: async (session) => {
      const { body, status } = await missing(session);
      const { code, message, innerError = {} } = body.error ?? {};
      const named = [
        code && "code",
        message && "message",
        ...["date", "request-id", "client-request-id"].filter((one) => innerError[one]),
      ];
      return { came: named.filter(Boolean).join(", "), measured: `${status} ${code}` };
    },
  },
  {
    ...base,
    id: "own-request-id",
    truth: "The caller's own id comes back",
    source: "Graph, best practices",
    expected: ["yes"],
    run: async (session) => {
      const own = randomUUID();
      const { headers } = await missing(session, { "client-request-id": own });
      return headers.get("client-request-id") === own ? "yes" : "no";
    },
  },
  {
    ...base,
    id: "immutable-applied",
    truth: "A new draft says that its id is an immutable one",
    source: "Graph, immutable ids",
    expected: ['IdType="ImmutableId"'],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const made = await mailbox.call("POST", "/me/messages", { subject: `Tenant check ${session.run}: id` });
      return made.status === 201 ? (made.headers.get("preference-applied") ?? "nothing") : inWords(made);
    },
  },
  {
    ...base,
    id: "sort-by-other",
    truth: "To filter by one field and sort by another is refused",
    source: "Graph, list messages",
    expected: ["400 InefficientFilter"],
    run: async (session) => {
      const query = "$filter=isRead eq true&$orderby=receivedDateTime desc&$top=5";
      return inWords(await (await session.mailbox("A")).call("GET", `/me/messages?${query}`));
    },
  },
  {
    ...base,
    id: "retry-after-form",
    truth: "Too many calls at once are refused with a time to wait: seconds, a date, or none",
    source: "Graph, throttling; RFC 9110",
    expected: ["429, in seconds", "429, as a date", "429, without a time", "all were answered"],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const many = Array.from({ length: 16 }, () => mailbox.call("GET", "/me/mailFolders/inbox/messages?$top=50"));
      const refused = (await Promise.all(many)).find((one) => one.status === 429);
      if (!refused) return "all were answered";
      const wait = refused.headers.get("retry-after") ?? "";
      const form = wait === "" ? "without a time" : Number.isFinite(Number(wait)) ? "in seconds" : "as a date";
      return { came: `429, ${form}`, measured: `${inWords(refused)}, "${wait}"` };
    },
  },
  {
    ...base,
    id: "empty-fields",
    truth: "Fields of a received message may be null, the names of headers among them",
    source: "Microsoft's types of Graph",
    expected: ["none is null", "some are null"],
    run: async (session) => {
      const query = `$select=${[...nullable, "internetMessageHeaders"].join(",")}&$top=100`;
      const answer = await (await session.mailbox("A")).call("GET", `/me/mailFolders/inbox/messages?${query}`);
      if (answer.status !== 200) return inWords(answer);
      const all = (answer.body.value ?? []) as Record<string, unknown>[];
      const empty = nullable.filter((name) => all.some((one) => one[name] === null || one[name] === undefined));
      const headers = (answer.body.value ?? []).flatMap((one) => one.internetMessageHeaders ?? []);
      if (headers.some((one) => !one.name)) empty.push("a header's name");
      return {
        came: empty.length > 0 ? "some are null" : "none is null",
        measured: `${all.length} messages; ${empty.join(", ")}`,
      };
    },
  },
];
