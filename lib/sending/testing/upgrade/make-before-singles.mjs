/**
 * Makes before-singles.jsonl: what a team of the last release that knew campaigns alone kept in its database, and what lay in its mailbox, with
 * mails at every point of their way. It runs on that release, commit 4fe5b271, and on no other:
 *
 *   git worktree add /tmp/before 4fe5b271 && cp -al node_modules /tmp/before/
 *   cp lib/sending/testing/upgrade/make-before-singles.mjs /tmp/before/lib/sending/make-before-singles.test.ts
 *   (cd /tmp/before && MADE=/tmp/before-singles.jsonl npx vitest run lib/sending/make-before-singles.test.ts)
 *   cp /tmp/before-singles.jsonl lib/sending/testing/upgrade/
 *
 * Everybody in it is invented. All times are moved to one Monday in 2025, so that they lie behind whoever reads it.
 */
import { writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { connectAs } from "@/db/testing/connect-as";
import { askToSign } from "../drafts/sign-all/ask-to-sign";
import { draftParts, draftVersion } from "../mail/draft-parts";
import { sendMessage } from "../microsoft/graph/send-message";
import { startMail } from "../microsoft/graph/testing/start-mail";
import { draftMail } from "./ledger/draft-mail";
import { ensureDelivery } from "./ledger/ensure-delivery";
import { sendDraftMail } from "./ledger/send-draft-mail";
import { writeIntent } from "./ledger/write-intent";
import { seedFollowUp, seedNextReadyMail, seedReadyMail } from "./testing/seed-ready-mail";

const takenAt = new Date("2025-03-03T10:00:00Z");

test("a team of the release before", async () => {
  const world = await startMail(process.env);
  const { admin } = world.db;
  await world.admin("POST", "settings", {
    moveDelayMs: 50,
    deliveryDelayMs: 20,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
  const now = () => new Date();
  const slot = new Date(Date.now() - 1000);
  const first = await seedReadyMail(admin, slot, { followUps: 1 });
  const people = { slot: first };
  const names = ["signed", "drafted", "unsent", "unanswered", "left", "here", "followed"];
  for (const [place, name] of names.entries()) people[name] = await seedNextReadyMail(admin, first, slot, place + 1);
  const send = (mail) => sendDraftMail(mail.scope, mail.draftId, mail.runId, world.mailbox, now);
  const draft = async (mail) =>
    draftMail(mail.scope, await ensureDelivery(mail.scope, mail.draftId, now()), world.mailbox, now());
  const intend = async (mail) => {
    const { drafted } = await draft(mail);
    return (await writeIntent(mail.scope, drafted.id, mail.runId, now)).graphId;
  };
  const fault = (fields) => world.admin("POST", "faults", { times: 1, path: "/send$", ...fields });

  // Signed, and without a slot yet.
  await admin`delete from scheduled_emails where draft_id = ${people.signed.draftId}`;
  await admin`update email_drafts set status = 'approved' where id = ${people.signed.draftId}`;
  await draft(people.drafted);
  // The process died before its call, and after it; the answer says neither.
  await intend(people.unsent);
  await sendMessage(world.mailbox, await intend(people.unanswered));
  await fault({ kind: "status-after", status: 504 });
  await send(people.left);
  await fault({ kind: "status-before", status: 503 });
  await send(people.here);
  await expect.poll(() => send(people.followed), { timeout: 15_000 }).toMatchObject({ kind: "sent" });
  people.followUp = await seedFollowUp(admin, people.followed, 2, slot);
  // Drafts that wait, in the versions in which somebody ordered to sign them.
  const waiting = [];
  for (const place of [20, 21, 22]) {
    const { contactId } = await seedNextReadyMail(admin, first, slot, place);
    await admin`delete from signatures where draft_id in (select id from email_drafts where contact_id = ${contactId})`;
    await admin`delete from scheduled_emails where contact_id = ${contactId}`;
    await admin`update email_drafts set status = 'draft', request = null, request_hash = null where contact_id = ${contactId}`;
    const [row] = await admin`select id from email_drafts where contact_id = ${contactId}`;
    waiting.push(row.id);
  }
  const rows = await withTeam(first.scope, (tx) =>
    tx.execute(sql`select d.id, ${draftVersion} as version ${draftParts} where d.status = 'draft' order by d.id`),
  );
  const asked = await askToSign(
    first.scope,
    {
      campaignId: first.campaignId,
      readAt: now(),
      rows: rows.map(({ id, version }) => ({ id, version: version.slice(0, 16), opened: true })),
      hasMore: false,
    },
    now(),
  );
  expect(asked).toMatchObject({ passing: 3, changed: [] });
  await world.settle();

  const head = {
    takenAt: takenAt.toISOString(),
    scope: first.scope,
    campaignId: first.campaignId,
    senderAccountId: first.senderAccountId,
    jobId: asked.jobId,
    drafts: Object.fromEntries(Object.entries(people).map(([name, { draftId }]) => [name, draftId])),
    versions: Object.fromEntries(rows.map(({ id, version }) => [id, version])),
  };
  const own = new URL(process.env.TEST_POSTGRES_URL);
  own.pathname = `/${world.db.name}_365`;
  const exchange = connectAs(own.toString());
  const all = [
    ...(await dump("product", admin, ["outbox", "email_analytics", "sessions"])),
    ...(await dump("exchange", exchange, ["kept", "grants", "consents"])),
  ];
  await exchange.end();
  const shift = takenAt.getTime() - Date.now();
  const moved = (quoted) => {
    const at = Date.parse(JSON.parse(quoted));
    return Number.isNaN(at) ? quoted : JSON.stringify(new Date(at + shift).toISOString());
  };
  writeFileSync(
    process.env.MADE,
    [head, ...all.map((line) => JSON.parse(JSON.stringify(line).replace(/"\d{4}-\d\d-\d\d[T ][^"]*"/g, moved)))]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  );
  await world.end();
}, 120_000);

/** Every row of every table, without what the database computes, each as [where, table, row]. */
async function dump(where, from, without) {
  const tables = await from`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any(${without}) order by 1`;
  const all = [];
  for (const { name } of tables) {
    const computed =
      await from`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${name} and is_generated = 'ALWAYS'`;
    const found =
      await from`select (to_jsonb(t) - ${computed.map((column) => column.name)}::text[])::text as row from ${from(name)} t order by t::text`;
    for (const { row } of found) all.push([where, name, JSON.parse(row)]);
  }
  return all;
}
