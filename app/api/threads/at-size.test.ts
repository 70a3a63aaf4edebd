import { afterAll, beforeAll, expect, test } from "vitest";
import { type ManyThreads, seedManyThreads } from "@/db/seed/seed-many-threads";
import { seedSession } from "@/db/seed/seed-session";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { type PagesBuild, servePages } from "../../testing/measure-pages";

/**
 * What a page of the list costs a team of 100,000 threads, beside another with as many: the time to the first byte, against a bare page of the same build,
 * signed in, without the frame, that reads fifty rows of one indexed table. One request after another, the pages in turn, after some that warm.
 * At full size only, as the build alone takes a minute; what Postgres reads is looked at by lib/threads/at-size.test.ts.
 */
const full = Boolean(process.env.PROVE);
const threads = 100_000;

const listed = `import { requireMember } from "@/lib/auth/require-member";
import { listThreads } from "@/lib/threads/list-threads";
import type { ThreadFilter } from "@/lib/threads/thread";
type Props = { searchParams: Promise<{ show?: ThreadFilter; mailbox?: string; after?: string }> };
export default async function Page({ searchParams }: Props) {
  const member = await requireMember();
  const { show = "todo", mailbox, after } = await searchParams;
  const list = await listThreads(member, { filter: show, mailboxId: mailbox ?? null, after: after ?? null }, new Date());
  return <main><h1>Listed {list.counts[show]}</h1><ul>{list.rows.map((row) =>
    <li key={row.id}><a href={"/replies/" + row.id}>{row.name}</a> {row.line} {row.mailbox} {row.label?.word} {row.sign}</li>)}</ul></main>;
}
`;
const desk = `export { default } from "../../(team)/replies/page";\n`;

let db: TestDatabase;
let team: ManyThreads;
let build: PagesBuild;

beforeAll(async () => {
  if (!full) return;
  db = await testDatabase();
  const now = new Date();
  await seedManyThreads(db.admin, threads, now);
  team = await seedManyThreads(db.admin, threads, now);
  build = await servePages(db, await seedSession(db.admin, team.scope), process.env, {
    "measured/listed/page.tsx": listed,
    "measured/desk/page.tsx": desk,
  });
}, 1_800_000);
afterAll(async () => {
  if (!full) return;
  await build?.stop();
  await db.close();
});

test.skipIf(!full)(
  "a page of the list takes no longer than one and a half bare pages, whichever filter",
  { timeout: 1_800_000 },
  async (context) => {
    const { next } = await (await build.ask("/api/threads")).json();
    const pages: Record<string, string> = {
      "to do": "/measured/listed",
      "to do, page 2": `/measured/listed?after=${next}`,
      ...Object.fromEntries(
        ["mine", "waiting", "snoozed", "done", "other"].map((show) => [show, `/measured/listed?show=${show}`]),
      ),
      "to do of one mailbox": `/measured/listed?mailbox=${team.mailboxIds[1]}`,
      "Replies itself, with its first thread": "/measured/desk",
      "Replies itself, in its frame": "/replies",
      "the list as data": "/api/threads",
      "a thread as data": `/api/threads/${team.open}`,
    };
    const { lines, share, at } = await build.measure(pages);
    (context.task.meta as { measured?: string }).measured = lines.join("; ");
    process.stdout.write(`${lines.join("\n")}\n`);
    for (const [name, path] of Object.entries(pages).filter(([, path]) => path.startsWith("/measured/listed")))
      expect.soft(share(name), `${name}, ${path}`).toBeLessThan(1.5);
    expect(at("a thread as data", 0.5)).toBeLessThan(300);
  },
);
