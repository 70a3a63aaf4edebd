import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { inventPeople } from "@/db/seed/invent-people";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDraft, seedEnrolment } from "@/db/seed/seed-enrolment";
import { seedSingle } from "@/db/seed/seed-single";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { buildDraftRequests } from "../mail/build-draft-requests";
import { planSingle } from "../singles/plan-single";
import { singleRunName } from "../singles/single-run-name";
import { lockDraft } from "./lock-draft";
import { rejectDraft } from "./reject-draft";
import { signDraft } from "./sign-draft";
import { takeBackSignature } from "./take-back-signature";

/** However often and by however many one signs: each mail is signed once, has one slot, and each of its runs is asked for once. */
let db: TestDatabase;
let scope: { teamId: string; memberId: string };
let other: { teamId: string; memberId: string };
const now = new Date("2026-11-24T15:00:00Z");
const many = 100;

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  const team = await seedTeam(db.admin, { members: ["anna", "ben"].map((name) => ({ name, email: `${name}@contoso.com` })) });
  scope = team.scope;
  other = { ...scope, memberId: team.members[1]?.id ?? "" };
});

/** So many unsigned drafts, each to a person of its own, with the hash in which they are shown. */
async function shown(
  kind: "campaign" | "single",
  count: number,
): Promise<{ draftId: string; singleMailId: string; hash: string }[]> {
  const senderAccountId = await seedMailbox(db.admin, scope.teamId);
  const { contactIds } = await seedContacts(db.admin, scope.teamId, inventPeople(count));
  const steps = [{ name: "Introduction", subject: "Hello", body: "<p>Hi</p>" }];
  const { campaignId } = await seedCampaign(db.admin, scope.teamId, { name: "C", status: "active", senderAccountId, steps });
  const made: { draftId: string; singleMailId: string }[] = [];
  for (const contactId of contactIds)
    made.push(
      kind === "single"
        ? await seedSingle(db.admin, { ...scope, senderAccountId }, contactId)
        : { draftId: await seedDraft(db.admin, await seedEnrolment(db.admin, campaignId, contactId)), singleMailId: "" },
    );
  const requests = await withTeam(scope, (tx) =>
    buildDraftRequests(
      tx,
      made.map(({ draftId }) => draftId),
    ),
  );
  return made.map((mail) => ({ ...mail, hash: requests.get(mail.draftId)?.hash ?? "" }));
}

/** What the database holds of each mail of the team, and of its runs. */
async function kept() {
  const rows = await db.admin<
    {
      seals: number;
      live: number;
      slots: number;
      status: string;
      runs: number;
      admission: number | null;
      fence: string | null;
      id: string | null;
    }[]
  >`
    select h.id, d.status::text, h.admission, h.run_id as fence,
      (select count(*)::int from signatures g where g.draft_id = d.id) as seals,
      (select count(*)::int from signatures g where g.draft_id = d.id and g.voided_at is null) as live,
      (select count(*)::int from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slots,
      (select count(*)::int from outbox o where o.name = 'mail/planned' and o.data->>'singleMailId' = h.id::text) as runs
    from email_drafts d left join single_mails h on h.draft_id = d.id where d.team_id = ${scope.teamId}`;
  return rows;
}
const answers = (results: PromiseSettledResult<unknown>[]) => {
  const said = results.map((one) => (one.status === "fulfilled" ? "signed" : String((one.reason as { code?: string }).code)));
  return Object.fromEntries([...new Set(said)].sort().map((word) => [word, said.filter((one) => one === word).length]));
};

describe.each(["campaign", "single"] as const)("of a %s mail", (kind) => {
  test(`${many} clicks at once, of two people, sign it once`, async () => {
    const [mail] = await shown(kind, 1);
    const clicks = Array.from({ length: many }, (_, place) =>
      signDraft(place % 2 ? scope : other, mail?.draftId ?? "", mail?.hash ?? "", now),
    );
    expect(answers(await Promise.allSettled(clicks))).toEqual({ conflict: many - 1, signed: 1 });
    expect(await kept()).toMatchObject([
      { seals: 1, live: 1, ...(kind === "single" ? { slots: 1, runs: 1, admission: 1 } : { slots: 0 }) },
    ]);
  });

  test(`${many} double clicks at once sign each once`, async () => {
    const mails = await shown(kind, many);
    const clicks = mails.flatMap(({ draftId, hash }) => [0, 1].map(() => signDraft(scope, draftId, hash, now)));
    expect(answers(await Promise.allSettled(clicks))).toEqual({ conflict: many, signed: many });
    const rows = await kept();
    expect(rows).toHaveLength(many);
    for (const row of rows) {
      expect(row).toMatchObject({ seals: 1, live: 1 });
      if (kind === "single")
        expect(row).toMatchObject({
          slots: 1,
          runs: 1,
          admission: 1,
          status: "scheduled",
          fence: singleRunName(row.id ?? "", 1),
        });
    }
  });
});

test("whatever people do to a mail by hand at the same moment, its slot, signature and run stand together, and no run is asked for twice", async () => {
  for (let round = 0; round < 12; round += 1) {
    const [mail] = await shown("single", 1);
    const { draftId, singleMailId, hash } = mail ?? { draftId: "", singleMailId: "", hash: "" };
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const move = (minutes: number) =>
      withTeam(scope, async (tx) => {
        await lockDraft(tx, draftId);
        return planSingle(tx, scope.teamId, singleMailId, at(minutes), now);
      });
    await signDraft(scope, draftId, hash, now);
    const results = await Promise.allSettled([
      ...[5, 10, 15, 20, 25].map(move),
      takeBackSignature(scope, draftId, at(1)),
      ...Array.from({ length: 5 }, () => signDraft(scope, draftId, hash, at(2))),
      takeBackSignature(other, draftId, at(3)),
      ...(round % 3 === 0 ? [rejectDraft(other, draftId, "No", at(4))] : []),
      ...[30, 35].map(move),
      ...Array.from({ length: 5 }, () => signDraft(other, draftId, hash, at(5))),
    ]);
    // Refused by a rule of the product, and by no deadlock.
    expect(Object.keys(answers(results)).filter((code) => code !== "signed" && code !== "conflict")).toEqual([]);
    const [row] = (await kept()).filter(({ id }) => id === singleMailId);
    expect([round, row?.runs]).toEqual([round, row?.admission]);
    const isSigned = row?.live === 1;
    expect([round, row]).toMatchObject([
      round,
      isSigned
        ? { slots: 1, status: "scheduled", fence: singleRunName(singleMailId, row?.admission ?? 0) }
        : { live: 0, slots: 0, status: "draft", fence: null },
    ]);
    scope = (await seedTeam(db.admin)).scope;
    other = scope;
  }
});
