import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { anyHour, seedCampaign } from "../../db/seed/seed-campaign";
import { seedContacts } from "../../db/seed/seed-contacts";
import { launch, middayZone, type Step } from "./campaign";
import { untilAlive } from "./look";
import { connectMailbox } from "./people";

type Person = { firstName: string; lastName: string; email: string; company: string };
type Draft = {
  name: string;
  people: Person[];
  steps: Step[];
  /** "launch": launching signs the templates; "each": every mail is signed by hand. */
  signs: "launch" | "each";
  dailyLimit: number;
  spacingSeconds: number;
  mailbox?: string;
};

/**
 * Opens a campaign of the demo team that is written and not launched, as uploading, Setup and its rules would have made it, for journeys
 * that are of what comes after. That a person makes one so is tried by others: "a team mails its people", for one.
 */
export async function openDraft(page: Page, { name, people, steps, signs, mailbox = "anna@contoso.com", ...pace }: Draft) {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const [box] = await sql<{ id: string; team: string; anna: string }[]>`
    select b.id, b.team_id as team, m.id as anna from sender_accounts b join members m on m.team_id = b.team_id and m.email = 'anna@contoso.com'
    where b.email = ${mailbox}`;
  if (!box) throw new Error(`No mailbox ${mailbox} is connected.`);
  const rows = people.map((one) => ({ ...one, city: "Ashland", role: "Books" }));
  const { listId } = await seedContacts(sql, box.team, rows, { fileName: `${name}.csv`, listName: name });
  const { campaignId } = await seedCampaign(sql, box.team, {
    ...{ name, listId, senderAccountId: box.id, createdBy: box.anna, reviewMode: signs },
    settings: { ...anyHour, zone: middayZone(), ...pace },
    steps: steps.map(({ subject, text }, place) => ({
      ...{ name: `Step ${place + 1}`, subject, body: `<p>${text}</p>`, days: place === 0 ? 0 : 3 },
    })),
  });
  await sql.end({ timeout: 2 });
  await page.goto(`/campaigns/${campaignId}`);
  await expect(page.getByRole("region", { name: "Sending rules" })).toBeVisible();
  // What is pressed before that is heard by nobody.
  await untilAlive(page);
}

/** So many people at one domain. */
export const someAt = (domain: string, count: number): Person[] =>
  Array.from({ length: count }, (_, row) => ({
    ...{ firstName: `Pat${row}`, lastName: `Person${row}`, email: `p${row}@${domain}`, company: `Firm ${row}` },
  }));

/**
 * Gives a queue of letters to sign, to p0, p1 and so on of the domain, from Anna's mailbox, and opens Review with them alone. The campaign is paused, so that
 * nothing that is signed leaves before it is meant to.
 * @returns the campaign's id.
 */
export async function makeQueue(
  page: Page,
  queue: { name: string; domain: string; people: number; spacingSeconds: number },
): Promise<string> {
  await connectMailbox(page, "Anna Keller");
  await openDraft(page, {
    name: queue.name,
    people: someAt(queue.domain, queue.people),
    steps: [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word." }],
    signs: "each",
    dailyLimit: 100,
    spacingSeconds: queue.spacingSeconds,
  });
  await launch(page, queue.people);
  const campaign = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.getByRole("button", { name: /^Pause/ }).click();
  await expect(page.getByText(/Paused by Anna/).first()).toBeVisible();
  await page.goto(`/review?campaign=${campaign}`);
  await expect(page.getByText(`${queue.people} to go`).first()).toBeVisible({ timeout: 60_000 });
  return campaign;
}
