import { type Answer, graphError, json, type Request } from "../http";
import { personOf } from "../oauth/token";
import { findPerson, type Person } from "../people";
import { state } from "../state";
import { delta } from "./delta";
import { folderOf } from "./message";
import { getFolder, getMessage, getMime, listFolders, listMessages } from "./read";
import { createDraft, createReply, deleteMessage, notFound, patchMessage, sendMessage } from "./write";

type Work = (request: Request, person: Person) => Promise<Answer>;
type GraphRoute = { method: string; pattern: RegExp; scope: RegExp; work: Work };

const read = /^Mail\.Read/;
const write = /^Mail\.ReadWrite/;
const id = (request: Request) => decodeURIComponent(request.params[1] ?? "");

const routes: GraphRoute[] = [
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)$/,
    scope: /^(User\.Read|openid)/,
    work: async (_, person) =>
      json(200, { id: person.oid, displayName: person.name, mail: person.email, userPrincipalName: person.email }),
  },
  { method: "POST", pattern: /^(\/me|\/users\/[^/]+)\/messages$/, scope: write, work: createDraft },
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)\/messages$/,
    scope: read,
    work: (request, person) => listMessages(request, person, null),
  },
  {
    method: "PATCH",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)$/,
    scope: write,
    work: (request, person) => patchMessage(request, person, id(request)),
  },
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)$/,
    scope: read,
    work: (request, person) => getMessage(request, person, id(request)),
  },
  {
    method: "DELETE",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)$/,
    scope: write,
    work: (request, person) => deleteMessage(person, id(request)),
  },
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)\/\$value$/,
    scope: read,
    work: (request, person) => getMime(person, id(request)),
  },
  {
    method: "POST",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)\/createReply$/,
    scope: write,
    work: (request, person) => createReply(request, person, id(request)),
  },
  {
    method: "POST",
    pattern: /^(\/me|\/users\/[^/]+)\/messages\/([^/]+)\/send$/,
    scope: /^Mail\.Send/,
    work: (request, person) => sendMessage(person, id(request)),
  },
  { method: "GET", pattern: /^(\/me|\/users\/[^/]+)\/mailFolders$/, scope: read, work: (_, person) => listFolders(person) },
  { method: "GET", pattern: /^(\/me|\/users\/[^/]+)\/mailFolders(?:\('|\/)([^/')]+)(?:'\))?$/, scope: read, work: getFolder },
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)\/mailFolders(?:\('|\/)([^/')]+)(?:'\))?\/messages$/,
    scope: read,
    work: (request, person) => inFolder(request, person, (folder) => listMessages(request, person, folder)),
  },
  {
    method: "GET",
    pattern: /^(\/me|\/users\/[^/]+)\/mailFolders(?:\('|\/)([^/')]+)(?:'\))?\/messages\/delta$/,
    scope: read,
    work: (request, person) => inFolder(request, person, (folder) => delta(request, person, folder)),
  },
];

const concurrent = new Map<string, number>();
const mostConcurrent = 4;

/** Finds the mailbox behind the bearer, the route and its scope. `path` is without /v1.0. */
export async function mailboxOf(request: Request): Promise<string | null> {
  return (await personOf(request.headers.authorization))?.person.email ?? null;
}

export async function serveGraph(request: Request): Promise<Answer> {
  const who = await personOf(request.headers.authorization);
  if (!who)
    return graphError(401, "InvalidAuthenticationToken", "Access token is empty, has expired or was revoked.", {
      "www-authenticate": "Bearer",
    });
  const matches = routes.map((route) => ({ route, match: route.pattern.exec(request.path) })).filter((one) => one.match);
  const found = matches.find((one) => one.route.method === request.method);
  if (!found?.match)
    return graphError(matches.length > 0 ? 405 : 400, "BadRequest", `Resource not found for ${request.method} ${request.path}.`);
  const named = /^\/users\/(.+)$/.exec(decodeURIComponent(found.match[1] ?? ""))?.[1];
  if (named && findPerson(named)?.oid !== who.person.oid)
    return graphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  if (!who.scopes.some((scope) => found.route.scope.test(scope)))
    return graphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  const busy = concurrent.get(who.person.email) ?? 0;
  if (busy >= mostConcurrent)
    return graphError(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", { "retry-after": "1" });
  concurrent.set(who.person.email, busy + 1);
  try {
    if (state.workMs > 0) await new Promise((done) => setTimeout(done, state.workMs));
    return await found.route.work({ ...request, params: found.match.slice(1).map((part) => part ?? "") }, who.person);
  } finally {
    concurrent.set(who.person.email, (concurrent.get(who.person.email) ?? 1) - 1);
  }
}

function inFolder(request: Request, person: Person, work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = folderOf(person.email, id(request));
  return folder ? work(folder) : Promise.resolve(notFound());
}
