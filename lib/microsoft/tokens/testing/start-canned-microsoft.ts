import { createServer } from "node:http";

type Canned = { status: number; headers: Record<string, string>; body: unknown };

/**
 * A token endpoint that grants every code and answers each refresh with `next`, and Graph, which says `me` of the person and has an inbox.
 * @param claims of the person whose id token it gives.
 */
export async function startCannedMicrosoft(claims: { tid: string; oid: string; nonce?: string }) {
  const canned = { next: null as Canned | null, me: {} as object, url: "", stop: async () => {} };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const isRefresh = new URLSearchParams(text).get("grant_type") === "refresh_token";
      const graph = request.url?.startsWith("/v1.0/me") && { status: 200, headers: json, body: canned.me };
      const answer = graph || (isRefresh && canned.next) || grantOf(claims);
      response.writeHead(answer.status, answer.headers);
      response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  canned.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  canned.stop = () => new Promise((done) => server.close(() => done()));
  return canned;
}

const json = { "content-type": "application/json" };

function grantOf({ tid, oid, nonce }: { tid: string; oid: string; nonce?: string }): Canned {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = Math.floor(Date.now() / 1000);
  const person = { tid, oid, sub: oid, name: "Anna", preferred_username: "anna@contoso.com" };
  const claims = { ...person, iat: seconds, exp: seconds + 3600, nonce };
  const body = {
    token_type: "Bearer",
    scope: "User.Read Mail.ReadWrite Mail.Send openid profile",
    expires_in: 3600,
    access_token: "at.canned",
    refresh_token: "rt.canned",
    id_token: `${part({ alg: "none" })}.${part(claims)}.`,
    client_info: part({ uid: oid, utid: tid }),
  };
  return { status: 200, headers: json, body };
}
