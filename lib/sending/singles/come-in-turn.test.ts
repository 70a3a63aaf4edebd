import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { sendPlanned } from "../run/send-planned";
import { type SingleMail, seedSingleMail } from "../testing/seed-single-mail";
import { countBefore } from "./count-before";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const lease = { purpose: "send", seconds: 30, patienceMs: 1000 } as const;

/** So many late mails by hand from one mailbox, the oldest first. */
async function seedLate(count: number): Promise<SingleMail[]> {
  const began = Date.now() - 60_000;
  const mails: SingleMail[] = [];
  for (let place = 0; place < count; place += 1)
    mails.push(
      await seedSingleMail(db.admin, new Date(began + place * 100), { place, ...(mails[0] ? { beside: mails[0] } : {}) }),
    );
  return mails;
}

/** In how many seconds each comes again where its mailbox sends another mail. */
async function comeAgain(mails: SingleMail[]): Promise<number[]> {
  const [first] = mails as [SingleMail];
  const held = await leaseMailbox(first.scope, first.senderAccountId, lease, () =>
    Promise.all(
      mails.map(async (mail) => {
        const next = await sendPlanned(mail.scope, mail);
        if (next.kind !== "again") throw new Error(`It is told: ${next.kind}.`);
        return (new Date(next.at).getTime() - Date.now()) / 1000;
      }),
    ),
  );
  return held?.result ?? [];
}

test("mails by hand that wait for their mailbox come again one behind the other, the first at once", async () => {
  const seconds = await comeAgain(await seedLate(12));
  expect(seconds[0]).toBeLessThan(2.5);
  expect(seconds[11]).toBeGreaterThan(6);
  // Nobody comes before who was to leave before, but for what the looks themselves took.
  for (const [place, at] of seconds.entries()) if (place > 0) expect(at).toBeGreaterThan((seconds[place - 1] ?? 0) - 0.4);
});

test("who stands far back is told of so many before it, and no more", async () => {
  const mails = await seedLate(6);
  const [first, , , , , last] = mails as [SingleMail, ...SingleMail[]] & { 5: SingleMail };
  expect(await countBefore(first.scope, first.draftId, 50)).toBe(0);
  expect(await countBefore(last.scope, last.draftId, 50)).toBe(5);
  expect(await countBefore(last.scope, last.draftId, 3)).toBe(3);
  await db.admin`update scheduled_emails set status = 'sent' where draft_id = ${first.draftId}`;
  expect(await countBefore(last.scope, last.draftId, 50)).toBe(4);
});
