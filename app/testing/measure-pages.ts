import { loadavg } from "node:os";
import { encode } from "next-auth/jwt";
import { type MeasuredBuild, serveMeasuredBuild } from "./measured-build";

/** Requests of each page that only warm. */
const warm = 20;
const secret = "s".repeat(64);

/** What every page is held against: signed in, without the frame, fifty rows of one indexed table. */
const bare = `import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { requireMember } from "@/lib/auth/require-member";
export default async function Page() {
  const member = await requireMember();
  const rows = await withTeam(member, (tx) => readRows<Record<"id" | "name" | "company" | "email", string>>(tx,
    sql\`select id, name, company, email from contacts order by created_at desc, id desc limit 50\`));
  return <main><h1>Bare</h1><ul>{rows.map((row) => <li key={row.id}><a href={"/contacts/" + row.id}>{row.name}</a> {row.company} {row.email}</li>)}</ul></main>;
}
`;
const bareName = "a bare page";

type Measured = {
  /** Milliseconds that so great a part of the requests took at most. */
  at: (name: string, part: number) => number;
  /** How many bare pages this one is, in the middle. */
  share: (name: string) => number;
  /** A line a page, and the machine's load. */
  lines: string[];
};
export type PagesBuild = {
  ask: (path: string) => Promise<Response>;
  /** @param requests how many of each count. */
  measure: (pages: Record<string, string>, requests?: number) => Promise<Measured>;
  stop: () => Promise<void>;
};

type Database = { appUrl: string; systemUrl: string };

/**
 * Serves the product's own build to whoever's session it is.
 * @param environment what a program needs to run. @param more pages by their place under app, which are there to be measured.
 */
export async function servePages(
  db: Database,
  sessionId: string,
  environment: Record<string, string | undefined>,
  more: Record<string, string> = {},
): Promise<PagesBuild> {
  const build: MeasuredBuild = await serveMeasuredBuild(
    { "measured/bare/page.tsx": bare, ...more },
    {
      ...environment,
      DATABASE_APP_URL: db.appUrl,
      DATABASE_SYSTEM_URL: db.systemUrl,
      SESSION_SECRET: secret,
      TOKEN_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
      MICROSOFT_CLIENT_ID: "x",
      MICROSOFT_CLIENT_SECRET: "x",
      INNGEST_DEV: "0",
      INNGEST_EVENT_KEY: "x",
      INNGEST_SIGNING_KEY: `signkey-local-${"0".repeat(64)}`,
      LOG_LEVEL: "error",
    },
  );
  const cookie = `countersign.session=${await encode({ token: { sessionId }, secret })}`;
  const ask = (path: string) => fetch(build.url + path, { headers: { cookie }, redirect: "manual" });
  return {
    ask,
    measure: (pages, requests) => measure(ask, { [bareName]: "/measured/bare", ...pages }, requests),
    stop: build.stop,
  };
}

/** One request after another, the pages in turn, after some that warm. */
async function measure(ask: PagesBuild["ask"], pages: Record<string, string>, counted = 200): Promise<Measured> {
  const times = new Map(Object.keys(pages).map((name) => [name, [] as number[]]));
  for (let n = 0; n < warm + counted; n += 1) {
    for (const [name, path] of Object.entries(pages)) {
      const took = await toFirstByte(ask, path);
      if (n >= warm) times.get(name)?.push(took);
    }
  }
  for (const list of times.values()) list.sort((a, b) => a - b);
  const at = (name: string, part: number) => times.get(name)?.[Math.floor(counted * part)] ?? Number.NaN;
  const share = (name: string) => at(name, 0.5) / at(bareName, 0.5);
  const line = (name: string) =>
    `${name}: p50 ${at(name, 0.5).toFixed(1)} ms (${share(name).toFixed(2)} ×), p95 ${at(name, 0.95).toFixed(1)} ms`;
  return { at, share, lines: [...Object.keys(pages).map(line), `load ${loadavg()[0]?.toFixed(1)}`] };
}

/** Milliseconds until the first byte of an answer; the rest is read, too, so that the next begins when nothing runs. */
async function toFirstByte(ask: PagesBuild["ask"], path: string): Promise<number> {
  const began = performance.now();
  const answer = await ask(path);
  const reader = answer.body?.getReader();
  await reader?.read();
  const took = performance.now() - began;
  while (reader && !(await reader.read()).done);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return took;
}
