import type { IncomingMessage, ServerResponse } from "node:http";

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
export type Handler = (request: Request) => Promise<Answer>;
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

export function form(request: Request): URLSearchParams {
  return new URLSearchParams(request.body);
}

export async function readBody(raw: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of raw) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function write(response: ServerResponse, answer: Answer) {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
