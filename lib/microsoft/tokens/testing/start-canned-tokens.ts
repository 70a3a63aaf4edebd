import { createServer } from "node:http";

type Canned = { status: number; headers: Record<string, string>; body: unknown };

/**
 * A token endpoint that grants every code and answers each refresh with `next`.
 * @param claims of the person whose id token it gives.
 */
export async function startCannedTokens(claims: { tid: string; oid: string }) {
  const canned = { next: null as Canned | null, url: "", stop: async () => {} };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const isRefresh = new URLSearchParams(text).get("grant_type") === "refresh_token";
      const answer = isRefresh && canned.next ? canned.next : grantOf(claims);
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

function grantOf({ tid, oid }: { tid: string; oid: string }): Canned {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { tid, oid, sub: oid, name: "Anna", preferred_username: "anna@contoso.com", iat: seconds, exp: seconds + 3600 };
  const body = {
    token_type: "Bearer",
    scope: "User.Read Mail.ReadWrite Mail.Send openid profile",
    expires_in: 3600,
    access_token: "at.canned",
    refresh_token: "rt.canned",
    id_token: `${part({ alg: "none" })}.${part(claims)}.`,
    client_info: part({ uid: oid, utid: tid }),
  };
  return { status: 200, headers: { "content-type": "application/json" }, body };
}
