import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { loadRows } from "@/db/testing/load-rows";
import { upgradedDatabase } from "@/db/testing/upgraded-database";
import { signNext } from "../drafts/sign-all/sign-next";
import { startSigning } from "../drafts/sign-all/start-signing";
import { buildDraftRequests } from "../mail/build-draft-requests";
import { draftParts, draftVersion } from "../mail/draft-parts";
import { type MailWorld, startMail } from "../microsoft/graph/testing/start-mail";
import { toDate } from "../schedule/clock/to-temporal";
import { sendDraftMail } from "./ledger/send-draft-mail";
import { readState } from "./testing/upgrade/read-state";

/**
 * A team of the last release that knew campaigns alone (lib/sending/testing/upgrade/make-before-singles.mjs), with a campaign that runs and mails at every
 * point of their way, moved to this one: it goes on as if nothing had happened.
 */
type Head = {
  scope: { teamId: string; memberId: string };
  jobId: string;
  drafts: Record<string, string>;
  versions: Record<string, string>;
};
const state = readState<Head>("before-singles.jsonl");
const { scope, campaignId, jobId, drafts, versions } = state;
let world: MailWorld;
const now = () => new Date();

beforeAll(async () => {
  world = await startMail(process.env, await upgradedDatabase("0017_limits", state.product));
  const url = new URL(process.env.TEST_POSTGRES_URL ?? "");
  url.pathname = `/${world.db.name}_365`;
  await loadRows(url.toString(), state.exchange);
  await world.admin("POST", "settings", {
    moveDelayMs: 50,
    deliveryDelayMs: 20,
    lookupLagMs: 0,
    movedGoneMs: 0,
    replySettlesMs: 0,
  });
}, 120_000);
afterAll(() => world?.end());

test("no mail of it becomes one without a campaign", async () => {
  for (const table of ["email_drafts", "deliveries", "scheduled_emails"]) {
    const [row] = await world.db.admin`select count(*)::int as all, count(*) filter (where campaign_id = ${campaignId}
      and campaign_contact_id is not null)::int as theirs from ${world.db.admin(table)}`;
    expect(row?.all, table).toBeGreaterThan(5);
    expect(row?.theirs, table).toBe(row?.all);
  }
  for (const table of ["single_mails", "letters"])
    expect(await world.db.admin`select 1 from ${world.db.admin(table)}`, table).toHaveLength(0);
});

test("what waits for a signature is in the version that the release before computed", async () => {
  const rows = await withTeam(scope, (tx) =>
    tx.execute<{ id: string; version: string }>(
      sql`select d.id, ${draftVersion} as version ${draftParts} where d.status = 'draft'`,
    ),
  );
  expect(Object.fromEntries(rows.map(({ id, version }) => [id, version]))).toEqual(versions);
  expect(Object.keys(versions)).toHaveLength(3);
});

test("what was signed would be handed over as it was signed", async () => {
  const signed = await world.db.admin<{ id: string; hash: string; kept: string }[]>`
    select d.id, g.hash, d.request_hash as kept from email_drafts d join signatures g on g.draft_id = d.id where g.voided_at is null`;
  expect(signed).toHaveLength(Object.keys(drafts).length);
  const built = await withTeam(scope, (tx) =>
    buildDraftRequests(
      tx,
      signed.map(({ id }) => id),
    ),
  );
  for (const { id, hash, kept } of signed) expect([built.get(id)?.hash, kept]).toEqual([hash, hash]);
});

test("an order to sign that somebody gave before holds to its end", async () => {
  await startSigning(scope, jobId, now());
  expect(await signNext(scope, jobId, now())).toEqual({ more: false });
  const [job] = await world.db
    .admin`select state, signed, refused, passed_over as "passedOver" from sign_jobs where id = ${jobId}`;
  expect(job).toEqual({ state: "done", signed: 3, refused: 0, passedOver: 0 });
});

describe("a mail that was under way arrives once, as it was signed", () => {
  const arrived = async (draftId: string) => {
    const [row] = await world.db.admin`select send_key as key from deliveries where draft_id = ${draftId}`;
    return world.delivered(String(row?.key));
  };

  /** As often as its run is told to come again. */
  async function untilSettled(draftId: string): Promise<string> {
    // Whoever gives slots is not part of this.
    await world.db
      .admin`insert into scheduled_emails (team_id, draft_id, contact_id, sender_account_id, scheduled_for, campaign_id, campaign_contact_id)
      select team_id, id, contact_id, sender_account_id, now() - interval '1 second', campaign_id, campaign_contact_id from email_drafts d
      where id = ${draftId} and status = 'approved' and not exists (select 1 from scheduled_emails e where e.draft_id = d.id and e.status = 'pending')`;
    await world.db.admin`update email_drafts set status = 'scheduled' where id = ${draftId} and status = 'approved'`;
    for (let round = 0; round < 40; round += 1) {
      const outcome = await sendDraftMail(scope, draftId, "run-1", world.mailbox, now);
      // A mailbox hands over no two mails at once.
      const rests = outcome.kind === "refused" && outcome.refusal.reason === "not yet" ? outcome.refusal.from : null;
      const at = outcome.kind === "later" ? outcome.at : outcome.kind === "doubt" ? outcome.lookAt : rests && toDate(rests);
      if (!at) return outcome.kind;
      await new Promise((done) => setTimeout(done, Math.max(10, Math.min(at.getTime() - Date.now(), 2000))));
    }
    return "never settled";
  }

  test.each(Object.entries(drafts))("%s", async (_name, draftId) => {
    const [before] = await world.db.admin`select request_hash as hash from email_drafts where id = ${draftId}`;
    expect(await untilSettled(draftId)).toBe("sent");
    await world.settle();
    expect(await arrived(draftId)).toHaveLength(1);
    const [row] = await world.db
      .admin`select v.request_hash as hash, d.status::text, (select count(*)::int from sent_emails s where s.delivery_id = v.id) as sent,
        v.campaign_id as campaign from deliveries v join email_drafts d on d.id = v.draft_id where d.id = ${draftId}`;
    expect(row).toEqual({ hash: before?.hash, status: "sent", sent: 1, campaign: campaignId });
  });

  test("and not a second time, whoever asks again", async () => {
    for (const draftId of Object.values(drafts)) {
      expect(await untilSettled(draftId)).toBe("sent");
      expect(await arrived(draftId)).toHaveLength(1);
    }
  });
});
