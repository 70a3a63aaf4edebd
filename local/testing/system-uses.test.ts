import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const files = ["app", "lib", "inngest"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
  .concat(["start-server.ts", "instrumentation.ts", "proxy.ts"])
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\//.test(path));

/** Who leaves the team's scope, why, and the test that shows what comes of it. Another use is added here with its test. */
const uses: Record<string, { reason: string; test: string }> = {
  "lib/auth/admit-person.ts": { reason: "sign-in", test: "lib/auth/sign-in.test.ts" },
  "lib/auth/start-session.ts": { reason: "sign-in", test: "lib/auth/sign-in.test.ts" },
  "lib/auth/touch-session.ts": { reason: "check session", test: "lib/auth/sign-in.test.ts" },
  "lib/auth/watch/read-standings.ts": { reason: "check session", test: "lib/auth/watch/watch-session.test.ts" },
  "lib/events/drain-outbox.ts": { reason: "drain outbox", test: "lib/events/drain-outbox.test.ts" },
  "lib/events/tidy-outbox.ts": { reason: "tidy outbox", test: "lib/events/drain-outbox.test.ts" },
  "lib/analytics/keep-folding.ts": { reason: "fold daily numbers", test: "lib/analytics/keep-folding.test.ts" },
  "lib/campaigns/wait/fold-review-counts.ts": {
    reason: "fold review counts",
    test: "lib/campaigns/wait/waiting-drafts.test.ts",
  },
  "lib/engine/look-at-engine.ts": { reason: "watch engine", test: "lib/engine/look-at-engine.test.ts" },
  "lib/engine/note-beat.ts": { reason: "note beat", test: "lib/engine/look-at-engine.test.ts" },
  "lib/engine/read-engine.ts": { reason: "watch engine", test: "lib/engine/look-at-engine.test.ts" },
  "lib/engine/tell-teams.ts": { reason: "watch engine", test: "lib/engine/look-at-engine.test.ts" },
  "lib/engine/health/read-health.ts": { reason: "tell health", test: "lib/engine/health/read-health.test.ts" },
  "lib/sending/queue/tidy-explained.ts": { reason: "tidy explained", test: "lib/sending/queue/explain-queues.test.ts" },
  "lib/campaigns/launch/tidy-launch-views.ts": { reason: "tidy launch views", test: "lib/campaigns/launch/launch-view.test.ts" },
  "lib/uploads/taking/tidy-taken.ts": { reason: "tidy taken", test: "lib/uploads/taking/taking.test.ts" },
  "lib/uploads/tidy-files.ts": { reason: "tidy files", test: "lib/uploads/uploads.test.ts" },
  "lib/suppressions/leaving/find-token.ts": {
    reason: "unsubscribe link",
    test: "lib/suppressions/leaving/knock-with-link.test.ts",
  },
  "lib/knocks/knock.ts": { reason: "count knocks", test: "lib/knocks/knock.test.ts" },
  "lib/auth/is-idle-session.ts": { reason: "check session", test: "lib/auth/idle-sessions.test.ts" },
  "lib/sending/sweep/list-under-way.ts": { reason: "list teams for sweep", test: "lib/sending/sweep/list-under-way.test.ts" },
  "lib/sending/sweep/list-teams-with-singles.ts": {
    reason: "list teams for sweep",
    test: "lib/sending/sweep/list-under-way.test.ts",
  },
  "lib/threads/list-teams-to-wake.ts": { reason: "list teams for sweep", test: "lib/threads/snoozed.test.ts" },
  "lib/microsoft/tokens/re-encrypt-tokens.ts": {
    reason: "list teams to re-encrypt",
    test: "lib/microsoft/tokens/re-encrypt-tokens.test.ts",
  },
  "lib/microsoft/subscriptions/list-mailboxes-to-watch.ts": {
    reason: "list mailboxes to watch",
    test: "lib/microsoft/subscriptions/list-mailboxes-to-watch.test.ts",
  },
  "lib/microsoft/subscriptions/find-subscriptions.ts": {
    reason: "receive notifications",
    test: "lib/microsoft/subscriptions/find-subscriptions.test.ts",
  },
  "lib/senders/self-test/list-mailboxes-to-test.ts": {
    reason: "list mailboxes to test",
    test: "lib/senders/self-test/test-if-due.test.ts",
  },
  "lib/domains/list-teams-to-check.ts": { reason: "list teams to check", test: "lib/domains/check-if-due.test.ts" },
  "lib/notices/list-teams-to-tell.ts": { reason: "list teams to tell", test: "lib/notices/tell-notices.test.ts" },
  "lib/removals/tidy-removals.ts": { reason: "tidy removals", test: "lib/removals/removals.test.ts" },
  "lib/replies/poll-mailbox.ts": { reason: "list mailboxes to poll", test: "lib/replies/list-mailboxes.test.ts" },
};

test("each use of the system's role is listed, with the reason it gives", () => {
  const found = files.flatMap((path) =>
    [...read(path).matchAll(/withSystem\("([^"]+)"/g)].map((match) => [path, match[1]] as const),
  );
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(uses).map(([path, { reason }]) => [path, reason])));
  const reasons = [...read("db/access/with-system.ts").matchAll(/^ {2}\| "([^"]+)"/gm)].map((match) => match[1]);
  expect([...new Set(found.map(([, reason]) => reason))].sort()).toEqual([...reasons].sort());
});

test.each(Object.entries(uses))("%s is tested", (path, { test: tested }) => {
  const exported = [...read(path).matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1]);
  const text = read(tested);
  expect(exported.some((name) => text.includes(`${name}(`))).toBe(true);
});

test("nothing but the two scopes opens a pool, and only the start of a program opens pools", () => {
  const programs = ["start-server.ts", "lib/microsoft/tokens/re-encrypt-command.ts"];
  const breaches = files.filter((path) => /\bpools\(|openPools\(/.test(read(path)) && !programs.includes(path));
  expect(breaches).toEqual([]);
  const insideDb = readdirSync(join(root, "db/access")).filter(
    (name) => !name.includes(".test.") && /\bpools\(\)/.test(read(`db/access/${name}`)),
  );
  expect(insideDb.sort()).toEqual(["check-roles.ts", "connections.ts", "with-system.ts", "with-team.ts"]);
});
