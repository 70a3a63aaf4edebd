import type { IncomingMessage, ServerResponse } from "node:http";

import type { Writers } from "../dispatch/writers";
import type { Settings } from "../settings";
import type { Sql } from "../store/open-store";

/** What every handler works with. */
export type Served = {
  settings: Settings;
  sql: Sql;
  wake: () => void;
  warn: (sentence: string) => void;
  saveStep: Writers["saveStep"];
  isStopping: () => boolean;
};
/** Without a body a reply ends with its head. */
export type Reply = { status: number; body?: unknown };

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The body as JSON. @throws Refusal 413 above `largest` bytes, 400 when it is not JSON. */
export async function readJson(request: IncomingMessage, largest: number): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > largest) throw new Refusal(413, `The request is larger than ${largest} bytes.`);
    parts.push(part as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new Refusal(400, "The request is not JSON.");
  }
}

export function writeReply(response: ServerResponse, { status, body }: Reply) {
  response.writeHead(status, { "content-type": "application/json", "x-inngest-server-kind": "cloud" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
