import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Sql } from "postgres";
import { anyHour, seedCampaign } from "../../db/seed/seed-campaign";
import { seedContacts } from "../../db/seed/seed-contacts";
import { launch, type } from "../support/campaign";
import type { Expected } from "./judge-mails";
import { patiently } from "./patiently";
import { type OwnMails, ownMails } from "./read-mails";

/** A letter goes to so many people at most. */
const aLetter = 20;
/** More than the least, as some leave while the next is put under way. */
const enough = 75;

/** Somebody who writes, and the page where they do: from their own mailbox. */
export type Writer = { page: Page; email: string };

/**
 * Puts mails of both kinds under way, as people do it in the browser, and remembers who is to get how many. Each writes letters in turn, and the campaigns
 * that the first one launches leave from all of their mailboxes in turn.
 */
export function openMails(sql: Sql, writers: [Writer, ...Writer[]], domain: string) {
  const expected: Expected[] = [];
  const mails: OwnMails = ownMails(
    sql,
    domain,
    writers.map(({ email }) => email),
  );
  let batches = 0;

  const inTurn = () => writers[Math.floor(batches / 2) % writers.length] ?? writers[0];
  const people = async (count: number, email: string, listName?: string) => {
    const [box] = await sql<{ teamId: string; id: string }[]>`
      select team_id as "teamId", id from sender_accounts where email = ${email}`;
    if (!box) throw new Error(`The demo has no mailbox ${email}.`);
    batches += 1;
    const people = Array.from({ length: count }, (_, place) => ({
      ...{ firstName: `Pat${place}`, lastName: `Batch${batches}`, email: `p${place}@b${batches}.${domain}` },
      ...{ company: `Firm ${batches}-${place}`, city: "Ashland", role: "Books" },
    }));
    const made = await seedContacts(sql, box.teamId, people, {
      fileName: `chaos-${batches}.csv`,
      ...(listName ? { listName } : {}),
    });
    return { box, emails: people.map(({ email }) => email), ...made };
  };

  /** Two mails for each: the second follows a minute after the first, in its thread. */
  const putCampaign = async (count: number) => {
    const name = `Chaos ${batches + 1}`;
    const [{ page }] = writers;
    const { box, emails, listId } = await people(count, inTurn().email, name);
    const { campaignId } = await seedCampaign(sql, box.teamId, {
      ...{
        name,
        listId,
        senderAccountId: box.id,
        reviewMode: "launch",
        settings: { ...anyHour, zone: "UTC", dailyLimit: 5000, spacingSeconds: 0 },
      },
      steps: [
        { name: "First", subject: "About {{ company }}", body: "<p>Hi {{ first_name }}, a first word for {{ company }}.</p>" },
        { name: "Second", subject: "", body: "<p>Hi {{ first_name }}, a second word for {{ company }}.</p>", minutes: 1 },
      ],
    });
    const isLaunched = async () => (await sql`select 1 from campaigns where id = ${campaignId} and status = 'active'`).length > 0;
    await expect(async () => {
      if (await isLaunched()) return;
      await page.goto(`/campaigns/${campaignId}`);
      await launch(page, count);
      expect(await isLaunched()).toBe(true);
    }).toPass({ timeout: 180_000 });
    expected.push(...emails.map((recipient) => ({ recipient, mails: 2 })));
  };

  const putLetter = async () => {
    const { page, email } = inTurn();
    const { contactIds, emails } = await people(aLetter, email);
    const letterId = randomUUID();
    const isSigned = async () =>
      (await sql`select 1 from single_mails where letter_id = ${letterId} and leave is not null`).length === aLetter;
    await expect(async () => {
      if (await isSigned()) return;
      await page.goto(`/write?draft=${letterId}&to=${contactIds.join(",")}`);
      await type(page, "Subject", "A word about {{ company }}");
      await type(page, "Text", "Hi {{ first_name }}, a word by hand for {{ company }}.");
      const signs = page.getByRole("button", { name: /^Sign and send/ });
      await expect(signs).toBeEnabled({ timeout: 30_000 });
      await signs.click();
      await expect.poll(isSigned, { timeout: 15_000 }).toBe(true);
    }).toPass({ timeout: 180_000 });
    expected.push(...emails.map((recipient) => ({ recipient, mails: 1 })));
  };

  return {
    ...mails,
    expected,
    /** Until enough of both kinds are under way. */
    topUp: async () => {
      while ((await patiently(() => mails.underWay())) < enough) {
        if (batches % 2 === 0) await putCampaign(20);
        else await putLetter();
      }
    },
  };
}
