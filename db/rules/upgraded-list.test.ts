import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { suppressionsOf } from "../access/suppressions-of";
import { withTeam } from "../access/with-team";
import { seedAddress } from "../seed/seed-address";
import { seedLedgerRow, seedSuppression } from "../seed/seed-enrolment";
import { type Listed, seedListed } from "../testing/seed-listed";
import type { TestDatabase } from "../testing/test-database";
import { upgradedDatabase } from "../testing/upgraded-database";

/** A database of the release before the list had domains, with mails under way. PROVE=1 with as many rows as a team has after years. */
const full = Boolean(process.env.PROVE);
const rows = full ? { addresses: 500_000, deliveries: 1_000_000 } : { addresses: 500, deliveries: 1_000 };
let db: TestDatabase;
let took = 0;
let mails: Record<"suppressed" | "free" | "lifted" | "otherwise", Listed>;

beforeAll(async () => {
  db = await upgradedDatabase("0016_listening", seedBefore, (ms) => {
    took = ms;
  });
}, 900_000);
afterAll(() => db.close());

async function seedBefore(superuserUrl: string) {
  const before = postgres(superuserUrl, { max: 2, onnotice: () => {} });
  mails = {
    suppressed: await seedListed(before, seedLedgerRow),
    free: await seedListed(before, seedLedgerRow),
    lifted: await seedListed(before, seedLedgerRow),
    otherwise: await seedListed(before, seedLedgerRow),
  };
  await seedSuppression(before, mails.suppressed.teamId, "lea@hale.example", "unsubscribed");
  await seedSuppression(before, mails.lifted.teamId, "lea@hale.example");
  await before`update suppressions set lifted_at = now(), lift_reason = 'Asked' where team_id = ${mails.lifted.teamId}`;
  await seedAddress(before, mails.otherwise.contactId, "Office@x.example");
  await seedSuppression(before, mails.otherwise.teamId, "office@x.example", "asked in a reply");
  await before.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    const team = mails.free.teamId;
    await tx`insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
      select ${team}, gen_random_uuid(), 'P' || n || '@D' || n % 9999 || '.example', 'p' || n || '@d' || n % 9999 || '.example', 'primary', 'contact'
      from generate_series(1, ${rows.addresses}::int) n`;
    // One mail in fifty left within a day.
    await tx`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash,
        state, submitted_at) select d.team_id, gen_random_uuid(), d.campaign_id, case when n % 50 = 0 then d.campaign_contact_id else gen_random_uuid() end, gen_random_uuid(),
        d.contact_id, d.sender_account_id, gen_random_uuid()::text, 'h', 'confirmed', now() - case when n % 50 = 0 then interval '3 hours' else interval '90 days' end
      from deliveries d, generate_series(1, ${rows.deliveries}::int) n where d.team_id = ${team}`;
  });
  await before`analyze`;
  await before.end();
}

test.each([
  ["suppressed", "CS001"],
  ["otherwise", "CS001"],
  ["free", "1 row"],
  ["lifted", "1 row"],
] as const)("a mail that was under way to somebody %s: %s", async (who, answer) => {
  expect(await mails[who].tried("nobody", mails[who].insertIntent)).toBe(answer);
});

test("every address knows its domain, and a page finds by it", async () => {
  const [row] =
    await db.admin`select count(*) filter (where domain = split_part(address_norm, '@', 2))::int as right, count(*)::int as all from contact_addresses`;
  expect(row?.right).toBe(row?.all);
  await db.admin`insert into suppressions (team_id, domain, reason) values (${mails.free.teamId}, 'hale.example', 'by hand')`;
  const shown = await withTeam(mails.free.scope, (tx) =>
    tx.execute(sql`select 1 ${suppressionsOf(sql`${mails.free.contactId}`)}`),
  );
  expect(shown).toHaveLength(1);
});

test("the mails of the last day count against the team\u2019s budget", async (context) => {
  const [row] =
    await db.admin`select count(*) filter (where is_outside)::int as outside from deliveries where team_id = ${mails.free.teamId}`;
  expect(row?.outside).toBe(rows.deliveries / 50 + 1);
  (context.task.meta as { measured?: string }).measured =
    `the migration took ${(took / 1000).toFixed(1)} s with ${rows.addresses} addresses and ${rows.deliveries} deliveries`;
  if (full) process.stdout.write(`${(context.task.meta as { measured?: string }).measured}\n`);
});
