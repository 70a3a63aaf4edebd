import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { launch, type } from "../support/campaign";
import { openDraft, someAt } from "../support/draft-campaign";
import { killAtEveryBoundary } from "../support/kill-at-every-boundary";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { timePasses } from "../support/time-passes";
import { openTraps, type Traps } from "../support/traps";
import { peopleAt, upload } from "../support/upload";

/** PROVE=1 is the full size: five rounds of every boundary, and the minutes until what crashes left is looked for are real. */
const full = process.env.PROVE === "1";
const rounds = full ? 5 : 1;
const people = full ? 60 : 14;

// Each kind of mail by a worker of its own, where there are several.
test.describe.configure({ mode: "parallel" });

let traps: Traps;
test.beforeEach(async () => {
  traps = await openTraps();
});
test.afterEach(async () => {
  await standIn.release();
  await standIn.calm();
  await traps.close();
});

test("each signed mail arrives exactly once, although the app is killed at every boundary of a send", async ({ page }) => {
  test.setTimeout(full ? 3_600_000 : 900_000);
  const domain = `crash-${Date.now()}.example`;
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await openDraft(page, {
    name: "Killed at every boundary",
    people: someAt(domain, people),
    steps: [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }],
    signs: "launch",
    dailyLimit: 100,
    spacingSeconds: 0,
  });
  await killAtEveryBoundary(traps, rounds, () => launch(page, people));
  await failBeforeAndAfter();
  await untilAllArrivedOnce(domain);
});

/** A letter goes to so many people at most. */
const aLetter = 20;

test("each mail by hand arrives exactly once, signed by double clicks in two tabs at once, although the app is killed at every boundary", async ({
  page,
}) => {
  test.setTimeout(full ? 3_600_000 : 900_000);
  const domain = `hand-${Date.now()}.example`;
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "hand.csv", peopleAt(domain, people), people);
  const contacts = await traps.sql`select id from contacts where email like ${`%@${domain}`} order by email`;
  const letters: { page: Page; tab: Page; letterId: string }[] = [];
  for (let start = 0; start < people; start += aLetter)
    letters.push(
      await write(
        page,
        contacts.slice(start, start + aLetter).map(({ id }) => id),
      ),
    );
  await killAtEveryBoundary(traps, rounds, async () => {
    for (const letter of letters) await signTwice(letter);
  });
  await failBeforeAndAfter();
  await untilAllArrivedOnce(domain);
  await test.step("and a tab that comes back makes no second letter, draft or mail", async () => {
    for (const { tab, letterId } of letters) {
      await tab.reload();
      await expect(signs(tab)).toHaveCount(0);
      expect(await traps.sql`select 1 from letters where id = ${letterId}`).toHaveLength(1);
    }
    const [kept] =
      await traps.sql`select count(*)::int as mails, count(distinct h.contact_id)::int as people, count(distinct h.letter_id)::int as letters,
      (select count(*)::int from email_drafts d join contacts c on c.id = d.contact_id where c.email like ${`%@${domain}`}) as drafts
      from single_mails h where h.recipient_email like ${`%@${domain}`}`;
    expect(kept).toEqual({ mails: people, people, letters: letters.length, drafts: people });
    await standIn.untilArrived();
    expect(await standIn.mailsTo(domain)).toHaveLength(people);
  });
});

/** A letter of its own to these people, as it stands in two tabs. */
async function write(opener: Page, contactIds: string[]) {
  const letterId = randomUUID();
  const [page, tab] = [await opener.context().newPage(), await opener.context().newPage()];
  await page.goto(`/write?draft=${letterId}&to=${contactIds.join(",")}`);
  await type(page, "Subject", "A word about {{ company }}");
  await type(page, "Text", "Hi {{ first_name }}, a word about it.");
  await expect(signs(page)).toBeEnabled({ timeout: 30_000 });
  await tab.goto(`/write?draft=${letterId}`);
  await expect(signs(tab)).toBeEnabled({ timeout: 30_000 });
  return { page, tab, letterId };
}

const signs = (page: Page) => page.getByRole("button", { name: /^Sign and send/ });

async function signTwice({ page, tab }: { page: Page; tab: Page }) {
  await Promise.all([page, tab].map((one) => signs(one).dblclick()));
  await expect(page).not.toHaveURL(/write/, { timeout: 30_000 });
}

async function failBeforeAndAfter() {
  await test.step("with Graph failing before and after its work, too", async () => {
    for (const kind of ["status-before", "status-after", "drop-after"])
      await standIn.fault({ kind, status: 503, times: 2, method: "POST" });
  });
}

async function untilAllArrivedOnce(domain: string) {
  await expect
    .poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 240_000, intervals: [1000] })
    .toBeGreaterThanOrEqual(people);
  await expect
    .poll(
      async () =>
        await traps.sql`select v.state, count(*)::int as n from deliveries v join contacts c on c.id = v.contact_id where c.email like ${`%@${domain}`} group by 1`,
      { timeout: 120_000, intervals: [1000] },
    )
    .toEqual([{ state: "confirmed", n: people }]);
  // Nothing is left to send. A second copy that is on its way would come now.
  await standIn.untilArrived();
  const mails = await standIn.mailsTo(domain);
  expect(mails.map((mail) => mail.recipient).sort()).toEqual([...new Set(mails.map((mail) => mail.recipient))].sort());
  expect(mails).toHaveLength(people);
  // What an attempt without an answer left is looked for some minutes after it, in a look into the mailbox. At full size they are waited for.
  if (!full) {
    const time = timePasses("anna@contoso.com");
    await time.untilStraysShow();
    await time.end();
  }
  await expect.poll(() => standIn.draftsOf("anna@contoso.com"), { timeout: 300_000, intervals: [1000] }).toEqual([]);
  expect(await traps.sql`select 1 from deliveries where state in ('drafting', 'drafted')`).toHaveLength(0);
}
