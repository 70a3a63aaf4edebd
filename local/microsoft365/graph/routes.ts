import { type Answer, graphError, type Request } from "../http";
import { bearerOf } from "../oauth/token";
import { findPerson } from "../people";
import { hasMailbox, state } from "../state";
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  reauthorize,
  renewSubscription,
} from "../subscriptions/serve-subscriptions";
import type { Asked } from "./asked";
import { delta } from "./delta";
import { accessDenied, noMailbox, notFound } from "./errors";
import { isDeleted, noUser, refusedByHealth } from "./health";
import { getMe } from "./me";
import { folderOf } from "./message";
import { addAttachment, listAttachments, moveMessage, purgeMessage } from "./owner";
import { getFolder, getMessage, getMime, listFolders, listMessages } from "./read";
import { createReply } from "./reply";
import { sendMessage } from "./send";
import { createDraft, deleteMessage, patchMessage } from "./write";

type GraphRoute = { method: string; pattern: RegExp; scope: RegExp; work: (asked: Asked) => Promise<Answer>; mail: boolean };

const read = /^Mail\.Read(Write)?$/;
const write = /^Mail\.ReadWrite$/;
const inFolderNamed = "/mailFolders(?:\\('|/)([^/')]+)(?:'\\))?";

const routes: GraphRoute[] = [
  { ...route("GET", "", /^User\.Read/, getMe), mail: false },
  route("POST", "/messages", write, createDraft),
  route("GET", "/messages", read, (asked) => listMessages(asked, null)),
  route("PATCH", "/messages/([^/]+)", write, patchMessage),
  route("GET", "/messages/([^/]+)", read, getMessage),
  route("DELETE", "/messages/([^/]+)", write, deleteMessage),
  route("GET", "/messages/([^/]+)/\\$value", read, getMime),
  route("POST", "/messages/([^/]+)/createReply", write, createReply),
  route("POST", "/messages/([^/]+)/move", write, moveMessage),
  route("POST", "/messages/([^/]+)/permanentDelete", write, purgeMessage),
  route("POST", "/messages/([^/]+)/attachments", write, addAttachment),
  route("GET", "/messages/([^/]+)/attachments", read, listAttachments),
  route("POST", "/messages/([^/]+)/send", /^Mail\.Send$/, sendMessage),
  route("GET", "/mailFolders", read, ({ person }) => listFolders(person)),
  route("GET", inFolderNamed, read, getFolder),
  route("GET", `${inFolderNamed}/messages`, read, (asked) => inFolder(asked, (folder) => listMessages(asked, folder))),
  route("GET", `${inFolderNamed}/messages/delta`, read, (asked) => inFolder(asked, (folder) => delta(asked, folder))),
  subscriptions("POST", "", createSubscription),
  subscriptions("GET", "", listSubscriptions),
  subscriptions("PATCH", "/([^/]+)", renewSubscription),
  subscriptions("GET", "/([^/]+)", getSubscription),
  subscriptions("DELETE", "/([^/]+)", deleteSubscription),
  subscriptions("POST", "/([^/]+)/reauthorize", reauthorize),
];

function route(method: string, path: string, scope: RegExp, work: GraphRoute["work"]): GraphRoute {
  return { method, pattern: new RegExp(`^(/me|/users/[^/]+)${path}$`), scope, work, mail: true };
}

/** They lie beside the mailbox; whether the token may read what they tell of is asked by each. */
function subscriptions(method: string, path: string, work: GraphRoute["work"]): GraphRoute {
  return { method, pattern: new RegExp(`^()/subscriptions${path}$`), scope: /./, work, mail: true };
}

const concurrent = new Map<string, number>();
const mostConcurrent = 4;

/** The mailbox behind a bearer. */
export async function mailboxOf(request: Request): Promise<string | null> {
  return (await bearerOf(request.headers.authorization))?.person.email ?? null;
}

/** Finds the person behind the bearer, the route, and whether the token allows it. `path` is without /v1.0. */
export async function serveGraph(request: Request): Promise<Answer> {
  const who = await bearerOf(request.headers.authorization);
  if (!who) return unknownToken("Access token is empty, has expired or was never given.");
  if (who.ended) return unknownToken(`${revoked}.`, challenge);
  const matches = routes.map((one) => ({ route: one, match: one.pattern.exec(request.path) })).filter((one) => one.match);
  const found = matches.find((one) => one.route.method === request.method);
  if (!found?.match)
    return graphError(matches.length > 0 ? 405 : 400, "BadRequest", `Resource not found for ${request.method} ${request.path}.`);
  const named = /^\/users\/(.+)$/.exec(decodeURIComponent(found.match[1] ?? ""))?.[1];
  if (named && !findPerson(named)) return graphError(404, "ErrorInvalidUser", `The requested user '${named}' is invalid.`);
  if (named && findPerson(named)?.oid !== who.person.oid) return accessDenied();
  if (!who.scopes.some((scope) => found.route.scope.test(scope)))
    return found.route.mail
      ? accessDenied()
      : graphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  if (!found.route.mail && isDeleted(who.person)) return noUser();
  if (found.route.mail && !hasMailbox(who.person)) return noMailbox();
  const refused = refusedByHealth(request, who.person);
  if (refused) return refused;
  const busy = concurrent.get(who.person.email) ?? 0;
  if (busy >= mostConcurrent)
    return graphError(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", { "retry-after": "1" });
  concurrent.set(who.person.email, busy + 1);
  try {
    if (state.workMs > 0) await new Promise((done) => setTimeout(done, state.workMs));
    const id = decodeURIComponent(found.match[2] ?? "");
    return await found.route.work({ request, person: who.person, scopes: who.scopes, id });
  } finally {
    concurrent.set(who.person.email, (concurrent.get(who.person.email) ?? 1) - 1);
  }
}

const revoked =
  "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp";
/** What a token must newer be than, for an app that speaks continuous access evaluation. */
const claims = () =>
  Buffer.from(
    JSON.stringify({ access_token: { nbf: { essential: true, value: String(Math.floor(Date.now() / 1000)) } } }),
  ).toString("base64");
const challenge = () => `, error="insufficient_claims", error_description="${revoked}", claims="${claims()}"`;

function unknownToken(says: string, more = () => "") {
  const authority = 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
  return graphError(401, "InvalidAuthenticationToken", says, { "www-authenticate": `${authority}${more()}` });
}

function inFolder(asked: Asked, work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = folderOf(asked.person.email, asked.id);
  return folder ? work(folder) : Promise.resolve(notFound());
}
