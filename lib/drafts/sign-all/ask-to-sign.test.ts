import { describe, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { rejectDraft } from "../reject-draft";
import { readDraftView } from "../review/read-draft-view";
import { signDraft } from "../sign-draft";
import { askToSign } from "./ask-to-sign";
import { readSigning } from "./read-signing";
import { signNext } from "./sign-next";
import { startSigning } from "./start-signing";
import { stopSigning } from "./stop-signing";
import { takeBackSigning } from "./take-back-signing";
import {
  anna,
  ask,
  ben,
  campaignId,
  code,
  db,
  edit,
  idsOf,
  jobOf,
  later,
  mailbox,
  member,
  now,
  people,
  queue,
  seedQueues,
  signedIds,
} from "./testing/queue-world";
import { shownBy, signAllShown, signOrder } from "./testing/sign-all-shown";

seedQueues();

describe("an order to sign all", () => {
  test("says before it signs: how many pass, how many of them nobody opened, how many do not", async () => {
    const [first, second, third] = await idsOf();
    await db.admin`update email_drafts set missing_fields = '{town}' where id = ${first ?? ""}`;
    const shown = shownBy(await queue(), campaignId, [second ?? "", third ?? ""]);
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({ passing: people - 1, unopened: people - 3, unlisted: 0, failing: 1, changed: [] });
    expect(await signedIds()).toEqual([]);
    expect(await signNext(anna, asked.jobId, later)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
    await signOrder(anna, asked.jobId, later);
    expect(await signedIds()).toHaveLength(people - 1);
    expect(await jobOf(asked.jobId)).toEqual({ state: "done", signed: people - 1, refused: 1, passedOver: 0, total: people });
  });

  test("never signs a text that was changed between the queue and the question, and says who changed it", async () => {
    const shown = shownBy(await queue(), campaignId);
    const [first, second] = await idsOf();
    await edit(ben, first ?? "");
    await edit(anna, second ?? "");
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({
      passing: people - 2,
      changed: [
        { by: "Ben Ortiz", count: 1 },
        { by: "You", count: 1 },
      ],
    });
    await signOrder(anna, asked.jobId, later);
    const signed = await signedIds();
    expect(signed).toHaveLength(people - 2);
    expect(signed).not.toContain(first);
    expect(signed).not.toContain(second);
    expect(await readSigning(member(anna), later)).toMatchObject({
      state: "done",
      signed: people - 2,
      changed: [
        { by: "Ben Ortiz", count: 1 },
        { by: "You", count: 1 },
      ],
    });
  });

  test("never signs a text that was changed between the question and its batch", async () => {
    const asked = await ask();
    const [first] = await idsOf();
    await startSigning(anna, asked.jobId, later);
    await edit(ben, first ?? "");
    await signOrder(anna, asked.jobId, later);
    expect(await signedIds()).not.toContain(first);
    expect(await readSigning(member(anna), later)).toMatchObject({
      signed: people - 1,
      of: people - 1,
      changed: [{ by: "Ben Ortiz", count: 1 }],
      settled: 0,
    });
  });

  test.each([
    ["signature block", () => db.admin`update sender_accounts set signature_html = '<p>Other</p>' where id = ${mailbox}`],
    ["mailbox's address", () => db.admin`update sender_accounts set email = 'other@contoso.com' where id = ${mailbox}`],
    ["footer", () => db.admin`update teams set postal_address = 'Elsewhere' where id = ${anna.teamId}`],
    ["recipient's name", () => db.admin`update contacts set name = 'Other' where team_id = ${anna.teamId}`],
  ])("signs nothing whose %s is another than when it was shown; shown anew it does", async (_what, change) => {
    const shown = shownBy(await queue(), campaignId);
    const before = await askToSign(anna, shown, later);
    await change();
    await signOrder(anna, before.jobId, later);
    expect(await signedIds()).toEqual([]);
    const asked = await askToSign(anna, shown, later);
    expect(asked).toMatchObject({ passing: 0, changed: [{ by: null, count: people }] });
    await signAllShown(anna, campaignId, later);
    expect(await signedIds()).toHaveLength(people);
  });

  test("holds what was written after the queue was read back, and signs what its list was too short for", async () => {
    const read = await queue();
    const short = { ...read, rows: read.rows.slice(0, 3) };
    const [unlisted] = read.rows.slice(4);
    await edit(ben, unlisted?.id ?? "");
    const [written] = read.rows.slice(-1);
    await db.admin`update email_drafts set created_at = ${later} where id = ${written?.id ?? ""}`;
    const asked = await askToSign(anna, shownBy(short, campaignId), later);
    expect(asked).toMatchObject({ passing: people - 1, unlisted: people - 4, changed: [] });
    await signOrder(anna, asked.jobId, later);
    const signed = await signedIds();
    expect(signed).not.toContain(written?.id);
    expect(signed).toContain(unlisted?.id);
    // A list that showed all there was takes nothing in that it did not show.
    expect(await askToSign(anna, { ...shownBy(short, campaignId), hasMore: false }, later)).toMatchObject({ passing: 0 });
  });

  test("takes in no draft of another team, and nobody carries out what another ordered", async () => {
    const theirs = (await seedTeam(db.admin)).scope;
    const shown = shownBy(await queue(), campaignId);
    expect(await askToSign(theirs, { ...shown, of: null }, later)).toMatchObject({ passing: 0, changed: [] });
    const { jobId } = await ask();
    for (const other of [theirs, ben]) {
      expect(await code(startSigning(other, jobId, later))).toBe("not_found");
      expect(await signNext(other, jobId, later)).toEqual({ more: false });
    }
    await startSigning(anna, jobId, later);
    expect(await code(stopSigning(theirs, jobId, later))).toBe("not_found");
    expect(await code(takeBackSigning(theirs, jobId, later))).toBe("not_found");
    expect(await signNext(ben, jobId, later)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
  });

  test("is confirmed once, however often one presses; asked anew, the one before is forgotten", async () => {
    const old = await ask();
    const asked = await ask();
    expect(await code(startSigning(anna, old.jobId, later))).toBe("not_found");
    await Promise.all([startSigning(anna, asked.jobId, later), startSigning(anna, asked.jobId, later)]);
    expect(await db.admin`select 1 from outbox where team_id = ${anna.teamId} and name = 'drafts/signing.started'`).toHaveLength(
      1,
    );
    await signOrder(anna, asked.jobId, later);
    expect(await code(startSigning(anna, asked.jobId, later))).toBe("conflict");
  });

  test("passes over what was signed, rejected or ended meanwhile", async () => {
    const asked = await ask();
    const [signed, rejected] = await idsOf();
    await signDraft(ben, signed ?? "", (await readDraftView(member(ben), signed ?? "", now)).hash, later);
    await rejectDraft(ben, rejected ?? "", "Wrong moment", later);
    await signOrder(anna, asked.jobId, later);
    expect(await jobOf(asked.jobId)).toMatchObject({ signed: people - 2, passedOver: 2 });
    expect(await readSigning(member(anna), later)).toMatchObject({ changed: [], settled: 2 });
    expect(await db.admin`select 1 from signatures where draft_id = ${signed ?? ""}`).toHaveLength(1);
  });

  test("refuses what a check forbids since", async () => {
    const asked = await ask();
    const [first] = await idsOf();
    await db.admin`insert into suppressions (team_id, email_norm, reason)
      select d.team_id, p.email_norm, 'by hand' from email_drafts d join contacts p on p.id = d.contact_id where d.id = ${first ?? ""}`;
    await signOrder(anna, asked.jobId, later);
    expect(await jobOf(asked.jobId)).toMatchObject({ signed: people - 1, refused: 1 });
    expect(await signedIds()).not.toContain(first);
  });

  test("counts as passing only what the checks let pass", async () => {
    const [id] = await idsOf();
    for (const text of [{ subject: "x".repeat(201) }, { body: "<p>Hi {{ nobody }}</p>" }, { body: "<p>Hi {company}</p>" }]) {
      await db.admin`update email_drafts set edited_subject = ${text.subject ?? null}, edited_body = ${text.body ?? null} where id = ${id ?? ""}`;
      expect((await readDraftView(member(anna), id ?? "", now)).mayBeSigned).toBe(false);
      expect(await queue()).toMatchObject({ waiting: people, passing: people - 1 });
      expect(await ask()).toMatchObject({ passing: people - 1, failing: 1 });
    }
  });
});
