import type * as Graph from "@microsoft/microsoft-graph-types";
import { type Place, reach } from "./place";

/** What Graph answers in this list: a message, a person, a page of messages or an error. */
export type Body = Omit<Graph.Message & Graph.User, "id"> & {
  id?: string;
  value?: Body[];
  error?: { code?: string; message?: string; innerError?: Record<string, string> };
  "@odata.type"?: string;
  "@odata.etag"?: string;
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
  "@removed"?: { reason?: string };
};
export type Answer = { status: number; headers: Headers; text: string; body: Body };
export type Mailbox = ReturnType<typeof openMailbox>;

/** Calls that send by themselves, past the look at who gets it. */
const sendsAtOnce = /\/(sendMail|reply|replyAll|forward)$/i;

/** Plain calls with somebody's token, asked for at each. @param allowed addresses, lower case: nothing is sent to any other. */
export function openMailbox(place: Place, token: () => Promise<string>, allowed: Set<string>) {
  const drafts = new Set<string>();
  const looked = new Set<string>();

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${reach(place).graph}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        prefer: 'IdType="ImmutableId"',
        "content-type": "application/json",
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(90_000),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("content-type") ?? "");
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  }

  async function call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    if (sendsAtOnce.test(path)) throw new Error("Only drafts are sent here.");
    const id = /^\/me\/messages\/([^/?]+)/.exec(path)?.[1] ?? "";
    if (method === "PATCH") looked.delete(id);
    if (path.endsWith("/send") && !looked.has(id)) {
      await lookAtRecipients(id);
      looked.add(id);
    }
    const answer = await ask(method, path, body, headers);
    if (answer.status === 201 && answer.body.isDraft && answer.body.id) drafts.add(answer.body.id);
    if (answer.status === 202 || method === "DELETE") drafts.delete(decodeURIComponent(id));
    return answer;
  }

  async function lookAtRecipients(id: string) {
    const { body, status } = await ask("GET", `/me/messages/${id}?$select=toRecipients,ccRecipients,bccRecipients`);
    const all = [body.toRecipients, body.ccRecipients, body.bccRecipients].flatMap((list) => list ?? []);
    const strangers = all.filter((one) => !allowed.has(one.emailAddress?.address?.toLowerCase() ?? ""));
    if (status !== 200 || all.length === 0) throw new Error(`Not sent: who gets it is not to be seen (${status}).`);
    if (strangers.length > 0) throw new Error("Not sent: it would go to an address that was not given.");
  }

  return {
    call,
    send: (id: string) => call("POST", `/me/messages/${encodeURIComponent(id)}/send`, ""),
    get: (id: string, query = "") => call("GET", `/me/messages/${encodeURIComponent(id)}${query}`),
    /** Removes drafts that were made and not sent. */
    tidy: async () => {
      const left = [...drafts];
      drafts.clear();
      for (const id of left) await ask("DELETE", `/me/messages/${encodeURIComponent(id)}`);
    },
  };
}

/** An answer in two words: its status, and its code where it is refused. */
export function inWords({ status, body }: Answer): string {
  return status < 400 ? String(status) : `${status} ${body.error?.code ?? "without a code"}`;
}
