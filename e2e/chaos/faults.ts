/** What one fault does to a call, as local/microsoft365/faults.ts takes it. Each passes by itself: nothing here needs a person. */
export const faultModes = {
  "429 with Retry-After": { kind: "status-before", status: 429, retryAfter: "2" },
  "500 before its work": { kind: "status-before", status: 500 },
  "503 before its work": { kind: "status-before", status: 503 },
  "504 after its work": { kind: "status-after", status: 504 },
  "cut before its work": { kind: "drop-before" },
  "cut after its work": { kind: "drop-after" },
  // Longer than the run lets a send wait.
  "late answer": { kind: "delay", ms: 7000 },
  "answer with Retry-After": { kind: "202-retry-after", retryAfter: "2" },
  "no answer": { kind: "hang" },
} as const satisfies Record<string, Record<string, unknown>>;
export type FaultMode = keyof typeof faultModes;

const message = "^/me/messages/[^/]+";
const folder = (name: string) => `^/me/mailFolders(/|\\(')${name}('\\))?`;

/**
 * Every call of Graph that the engine makes to write, send, look for and read mail and to be told of it. A call that none of them fits is
 * reported by the run.
 */
export const endpoints = {
  "POST /me/messages": { method: "POST", path: "^/me/messages$" },
  "GET /me/messages": { method: "GET", path: "^/me/messages$" },
  "GET /me/messages/{id}": { method: "GET", path: `${message}$` },
  "PATCH /me/messages/{id}": { method: "PATCH", path: `${message}$` },
  "DELETE /me/messages/{id}": { method: "DELETE", path: `${message}$` },
  "POST /me/messages/{id}/createReply": { method: "POST", path: `${message}/createReply$` },
  "POST /me/messages/{id}/send": { method: "POST", path: `${message}/send$` },
  "POST /me/messages/{id}/move": { method: "POST", path: `${message}/move$` },
  "GET /me/mailFolders/drafts/messages": { method: "GET", path: `${folder("drafts")}/messages$` },
  "GET /me/mailFolders/inbox/messages/delta": { method: "GET", path: `${folder("inbox")}/messages/delta` },
  "GET /me/mailFolders/junkemail/messages/delta": { method: "GET", path: `${folder("junkemail")}/messages/delta` },
  "GET /me/mailFolders/{name}": { method: "GET", path: "^/me/mailFolders[^/]*(/[^/]+)?$" },
  "GET /me/mailFolders/{name}/messages": { method: "GET", path: "^/me/mailFolders(/|\\(')(?!drafts)[^/]+/messages$" },
  "GET /subscriptions": { method: "GET", path: "^/subscriptions" },
  "POST /subscriptions": { method: "POST", path: "^/subscriptions" },
  "PATCH /subscriptions/{id}": { method: "PATCH", path: "^/subscriptions/" },
  "DELETE /subscriptions/{id}": { method: "DELETE", path: "^/subscriptions/" },
  "GET /me": { method: "GET", path: "^/me$" },
} as const satisfies Record<string, { method: string; path: string }>;
export type Endpoint = keyof typeof endpoints;

/** @returns the endpoint that a call belongs to; null where none is listed. */
export function endpointOf(method: string, path: string): Endpoint | null {
  const names = Object.keys(endpoints) as Endpoint[];
  return names.find((name) => endpoints[name].method === method && new RegExp(endpoints[name].path).test(path)) ?? null;
}
