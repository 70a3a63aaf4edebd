import { client, type Program } from "./start-program";

const redirectUri = "http://localhost:3000/api/mailboxes/callback";
export const sendKey = "String {6b1d0f4e-3c1d-4a57-9d55-0b9a4f2f7c11} Name SendKey";

/** Presses what a person presses on the two pages. @returns the address it leads back to. */
export async function signIn(authorizeUrl: string, person: string, answer = "accept"): Promise<URL> {
  const url = new URL(authorizeUrl);
  const fields = new URLSearchParams(url.searchParams);
  fields.set("person", person);
  const post = (path: string) => fetch(`${url.origin}${path}`, { method: "POST", body: fields, redirect: "manual" });
  const picked = await post(url.pathname);
  if (picked.status >= 300) return new URL(picked.headers.get("location") ?? "");
  fields.set("answer", answer);
  const given = await post(url.pathname.replace(/authorize$/, "consent"));
  return new URL(given.headers.get("location") ?? "");
}

export async function tokenFor(program: Program, person: string, scope: string): Promise<Record<string, string>> {
  const query = new URLSearchParams({ client_id: client.id, redirect_uri: redirectUri, response_type: "code", scope });
  const back = await signIn(`${program.url}/common/oauth2/v2.0/authorize?${query}`, person);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client.id,
    client_secret: client.secret,
    redirect_uri: redirectUri,
    code: back.searchParams.get("code") ?? "",
  });
  const answer = await fetch(`${program.url}/common/oauth2/v2.0/token`, { method: "POST", body });
  return (await answer.json()) as Record<string, string>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the server under test are looked at field by field.
type Json = any;
export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

/** What the token endpoint answers to a refresh. */
export async function refreshed(
  program: Program,
  token: string | undefined,
  scope?: string,
): Promise<{ status: number; body: Json }> {
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: client.id,
    client_secret: client.secret,
    refresh_token: token ?? "",
    ...(scope ? { scope } : {}),
  });
  const answer = await fetch(`${program.url}/common/oauth2/v2.0/token`, { method: "POST", body });
  return { status: answer.status, body: await answer.json() };
}

/** Raw calls as a signed-in person. @param scope of the token. */
export async function openMailbox(program: Program, person: string, scope = "User.Read Mail.ReadWrite Mail.Send") {
  const { access_token } = await tokenFor(program, person, scope);
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${program.url}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access_token}`,
        prefer: 'IdType="ImmutableId"',
        "content-type": "application/json",
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("content-type") ?? "");
    return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : null) as Json };
  };
  const draft = async (to: string, more: object = {}) =>
    (
      await call("POST", "/me/messages", {
        subject: "Invoices",
        body: { contentType: "html", content: "<p class='a'>Hi</p>" },
        toRecipients: [{ emailAddress: { address: to } }],
        ...more,
      })
    ).body;
  const find = async (filter: string) => (await call("GET", `/me/messages?$filter=${encodeURIComponent(filter)}`)).body.value;
  /** The newest mail to somebody, once so many have arrived. */
  const arrived = (to: string, count = 1) =>
    until(async () => {
      const mails = (await program.admin("GET", `mail?to=${encodeURIComponent(to)}`)) as Json[];
      return mails.length >= count ? mails.at(-1) : null;
    });
  return { call, draft, find, arrived, send: (id: string) => call("POST", `/me/messages/${id}/send`, "") };
}

export const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Waits until a look answers with something. */
export async function until<T>(look: () => Promise<T | null | undefined | false>, ms = 5000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error("It did not happen in time.");
    await wait(25);
  }
}
