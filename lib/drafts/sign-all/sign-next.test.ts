import { describe, expect, test } from "vitest";
import { readDraftView } from "../review/read-draft-view";
import { askToSign } from "./ask-to-sign";
import { signNext } from "./sign-next";
import { startSigning } from "./start-signing";
import { stopSigning } from "./stop-signing";
import {
  anna,
  ask,
  ben,
  campaignId,
  db,
  idsOf,
  jobOf,
  later,
  launch,
  member,
  now,
  people,
  queue,
  seedQueues,
  signedIds,
  whileHeld,
} from "./testing/queue-world";
import { readQueue, shownBy, signAllShown, signOrder } from "./testing/sign-all-shown";

seedQueues();

describe("a batch", () => {
  test("called again after a crash signs nothing twice and leaves nothing out", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    expect(await signNext(anna, jobId, later, 2)).toEqual({ more: true });
    // The answer of the second batch was lost on the way: it is called again, twice at once.
    await Promise.all([signNext(anna, jobId, later, 2), signNext(anna, jobId, later, 2)]);
    await signOrder(anna, jobId, later, 2);
    expect(await jobOf(jobId)).toMatchObject({ state: "done", signed: people });
    expect(await db.admin`select 1 from signatures where team_id = ${anna.teamId}`).toHaveLength(people);
    expect(
      await db.admin`select 1 from activities where team_id = ${anna.teamId} and verb = 'signed all that pass'`,
    ).toHaveLength(1);
  });

  test("that fails midway has done nothing", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await db.admin`alter table sign_job_drafts add constraint in_the_way check (state <> 'signed') not valid`;
    await expect(signNext(anna, jobId, later)).rejects.toThrow();
    await db.admin`alter table sign_job_drafts drop constraint in_the_way`;
    expect(await signedIds()).toEqual([]);
    await signOrder(anna, jobId, later);
    expect(await signedIds()).toHaveLength(people);
  });

  test("goes in the order of the list, so that who stands first leaves first", async () => {
    const { rows } = await queue();
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await signedIds()).toEqual(
      rows
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("keeps with each draft the request it signed, as signing one by one does", async () => {
    const [id] = await idsOf();
    const { hash } = await readDraftView(member(anna), id ?? "", now);
    await signAllShown(anna, campaignId, later);
    const [row] =
      await db.admin`select d.status, d.request_hash as kept, d.request->'to'->>'email' as "to", p.email, s.hash, s.signed_by as "by", s.kind
      from email_drafts d join signatures s on s.draft_id = d.id join contacts p on p.id = d.contact_id where d.id = ${id ?? ""}`;
    expect(row).toEqual({
      status: "approved",
      kept: hash,
      to: row?.email,
      email: row?.email,
      hash,
      by: anna.memberId,
      kind: "person",
    });
    expect(await readDraftView(member(anna), id ?? "", later)).toMatchObject({ state: "signed", hash });
  });

  test("has each campaign looked over once, and tells only the runs that are there", async () => {
    const [id] = await idsOf();
    await db.admin`update campaign_contacts set run_id = 'r' where id = (select campaign_contact_id from email_drafts where id = ${id ?? ""})`;
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    await signAllShown(anna, campaignId, later);
    const told =
      await db.admin`select name, count(*)::int as count from outbox where team_id = ${anna.teamId} group by 1 order by 1`;
    expect(told.map(({ name, count }) => [name, count])).toEqual([
      ["campaign/contact.changed", 1],
      ["campaign/feed", 1],
      ["drafts/signing.started", 1],
    ]);
  });

  const looks = async () =>
    (await db.admin`select 1 from outbox where team_id = ${anna.teamId} and name = 'campaign/feed'`).length;

  test("has the campaign looked over with the first and behind the last, however many come between", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    const seen: number[] = [];
    for (let more = true; more; ) {
      ({ more } = await signNext(anna, jobId, later, 2));
      seen.push(await looks());
    }
    expect(seen).toEqual([1, 1, 1, 1, 2]);
  });

  test("of a queue of several campaigns has each of them looked over behind the last", async () => {
    const other = await launch("D", 2, people);
    const asked = await askToSign(anna, shownBy(await readQueue(anna, null, now), null), later);
    await startSigning(anna, asked.jobId, later);
    while ((await signNext(anna, asked.jobId, later, 4)).more);
    const told = await db.admin`select distinct data->>'campaignId' as id from outbox
      where team_id = ${anna.teamId} and name = 'campaign/feed' and id > (select max(id) - 2 from outbox where team_id = ${anna.teamId})`;
    expect(told.map(({ id }) => id).sort()).toEqual([campaignId, other].sort());
  });

  test("that is the last because somebody stopped the order has what it signed looked over", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 2);
    await signNext(anna, jobId, later, 2);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    await stopSigning(anna, jobId, later);
    expect(await looks()).toBe(1);
    expect(await signedIds()).toHaveLength(4);
  });

  test.each([
    ["may no longer sign", "update members set role = 'viewer' where id = $1"],
    ["was removed", "update members set status = 'removed' where id = $1"],
  ])("of a person who %s signs nothing, and stops the order", async (_what, change) => {
    const asked = await ask(ben);
    await startSigning(ben, asked.jobId, later);
    await signNext(ben, asked.jobId, later, 3);
    await db.admin.unsafe(change, [ben.memberId]);
    expect(await signNext(ben, asked.jobId, later, 3)).toEqual({ more: false });
    expect(await jobOf(asked.jobId)).toMatchObject({ state: "stopped", signed: 3 });
    expect(await signedIds()).toHaveLength(3);
  });

  test("that waits for an edit signs the text of before as little as the new one", async () => {
    const [first] = await idsOf();
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await whileHeld(
      first ?? "",
      (tx) =>
        tx`update email_drafts set edited_body = '<p>Other</p>', edited_at = ${later}, edited_by = ${ben.memberId} where id = ${first ?? ""}`,
      () => signNext(anna, jobId, later),
    );
    expect(await signedIds()).not.toContain(first);
    expect(await jobOf(jobId)).toMatchObject({ signed: people - 1, passedOver: 1 });
  });

  test("of two people at once gives each draft one signature", async () => {
    const [hers, his] = [await ask(anna), await ask(ben)];
    await Promise.all([signOrder(anna, hers.jobId, later, 3), signOrder(ben, his.jobId, later, 3)]);
    expect(await db.admin`select 1 from signatures where team_id = ${anna.teamId}`).toHaveLength(people);
    const jobs = [await jobOf(hers.jobId), await jobOf(his.jobId)];
    expect(jobs.map((job) => job?.state)).toEqual(["done", "done"]);
    expect(jobs.map((job) => job?.signed + job?.passedOver)).toEqual([people, people]);
    expect(jobs[0]?.signed + jobs[1]?.signed).toBe(people);
  });
});
