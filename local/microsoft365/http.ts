import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { state } from "./state";

export type Request = {
  method: string;
  url: URL;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
  params: string[];
  raw: IncomingMessage;
};
export type Answer = { status: number; headers?: Record<string, string>; body?: string };
type Handler = (request: Request) => Promise<Answer>;
export type Route = { method: string; pattern: RegExp; handle: Handler };

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { "content-type": "application/json; odata.metadata=minimal; charset=utf-8", ...headers },
  body: JSON.stringify(body),
});
export const html = (body: string, status = 200): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body,
});
export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });
/** An error as Graph words it. */
export const graphError = (status: number, code: string, message: string, headers: Record<string, string> = {}): Answer =>
  json(status, { error: { code, message, innerError: { date: new Date().toISOString() } } }, headers);

/** Stamps an answer of Graph with the ids by which Microsoft's support finds it. */
export function traceable(request: Request, answer: Answer): Answer {
  const own = randomUUID();
  const given = request.headers["client-request-id"];
  const ids = { "request-id": own, "client-request-id": typeof given === "string" ? given : own };
  const stamped: Answer = { ...answer, headers: { ...answer.headers, ...ids } };
  if (answer.status < 400 || !answer.body) return stamped;
  const { error } = JSON.parse(answer.body) as { error: { innerError?: object } };
  return { ...stamped, body: JSON.stringify({ error: { ...error, innerError: { ...error.innerError, ...ids } } }) };
}

export function form(request: Request): URLSearchParams {
  return new URLSearchParams(request.body);
}

export async function readBody(raw: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of raw) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function write(response: ServerResponse, answer: Answer) {
  const wait = Number(answer.headers?.["retry-after"]);
  // Microsoft writes a wait in seconds or as a date.
  const dated = state.retryAfterAs === "date" && Number.isFinite(wait);
  const until = dated ? { "retry-after": new Date(Date.now() + wait * 1000).toUTCString() } : {};
  response.writeHead(answer.status, { ...answer.headers, ...until });
  response.end(answer.body);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
