import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const domain = `later-${Date.now()}.example`;
const year = new Date().getUTCMonth() < 2 ? new Date().getUTCFullYear() : new Date().getUTCFullYear() + 1;
const database = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });

test.afterAll(() => database.end());

async function openThread(page: Page, email: string) {
  const find = async () =>
    (await database`select t.id from reply_threads t join contacts p on p.id = t.contact_id where p.email = ${email}`)[0]
      ?.id as string;
  await expect.poll(find, { timeout: 90_000 }).toBeTruthy();
  await page.goto(`/replies/${await find()}`);
  await untilAlive(page);
}

/** Pictures in both schemes, each at both widths, with axe. */
async function lookAt(page: Page, name: string) {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await look(page, name, scheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

test("who asks for March is labelled by a key and goes on in March, and who names a colleague leaves a contact", async ({
  page,
}) => {
  test.setTimeout(400_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "later.csv", `first_name,email,company\nNora,nora@${domain},Firm 1\nMilan,milan@${domain},Firm 2\n`, 2);
  await startCampaign(page, "Asked again");
  await sendAlways(page, { dailyLimit: 10, spacingSeconds: 0 });
  await writeSteps(page, [
    { subject: "Invoices at {{ company }}", text: "Hi {{ first_name }}, who types in your invoices?" },
    { subject: "", text: "Hi {{ first_name }}, a short follow-up." },
  ]);
  await launch(page, 2);
  const campaign = new URL(page.url()).pathname;
  await expect(page.getByText("Needs a signature").first()).toBeVisible({ timeout: 60_000 });
  await page.goto(`/review?campaign=${campaign.split("/").at(-1)}`);
  await expect(page.getByRole("region", { name: "Drafts to sign" }).getByText("2 to go")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 2, name: /^Invoices at / })).toBeVisible();
  await untilAlive(page);
  await page.keyboard.press("Shift+S");
  await expect(page.getByRole("dialog", { name: "Sign 2 drafts?" }).getByRole("button", { name: /^Not yet/ })).toBeFocused();
  await page.keyboard.press("s");
  await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 90_000 }).toBe(2);
  const mails = await standIn.mailsTo(domain);
  const to = (name: string) => mails.find(({ recipient }) => recipient === `${name}@${domain}`)?.id ?? "";
  await standIn.answer(to("nora"), "Not this quarter. Ask me again in March when the budget is out.");
  await standIn.answer(to("milan"), `I am the wrong person. You want Albina Roth, albina@${domain}, she does the books.`);

  await test.step("Later is suggested, kept by its key, and asks for the day", async () => {
    await openThread(page, `nora@${domain}`);
    const later = page.getByRole("button", { name: /^Later/ });
    await expect(later).toHaveAccessibleName(/suggested/);
    await lookAt(page, "labels-bar");
    await page.keyboard.press("2");
    await expect(later).toHaveAttribute("aria-pressed", "true");
    const step = page.getByRole("dialog", { name: "Later" });
    await expect(step.getByRole("radio", { name: /“March”, as they wrote/ })).toBeChecked();
    await lookAt(page, "labels-later");
    await step.getByRole("button", { name: "Go on then" }).click();
    await expect(page.getByText(/^Asked again goes on for Nora/).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Label" })).toContainText("Asked again goes on for Nora");
  });

  await test.step("her page says until when, and the way back ends it again", async () => {
    const thread = page.url();
    const [held] =
      await database`select c.contact_id as id, h.until from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
      where h.kind = 'asked for later' and h.ended_at is null and c.recipient_email = ${`nora@${domain}`}`;
    expect(new Date(held?.until ?? 0).toISOString().slice(0, 7)).toMatch(new RegExp(`^${year}-0[23]$`));
    await page.getByRole("button", { name: /^Take back/ }).click();
    await expect(page.getByText("Asked again stays ended for Nora.")).toBeVisible();
    await page
      .getByRole("button", { name: "Choose a day" })
      .or(page.getByRole("button", { name: "Another day" }))
      .click();
    await page.getByRole("dialog", { name: "Later" }).getByRole("button", { name: "Go on then" }).click();
    await expect(page.getByRole("region", { name: "Label" })).toContainText("Asked again goes on for Nora");
    await page.goto(`/contacts/${held?.id}`);
    await expect(page.getByRole("heading", { name: /^Asked for later, goes on/ })).toBeVisible();
    await lookAt(page, "labels-held");
    await page.goto(thread);
  });

  await test.step("the colleague who was named becomes a contact", async () => {
    await openThread(page, `milan@${domain}`);
    await untilAlive(page);
    await page.keyboard.press("4");
    const step = page.getByRole("dialog", { name: "Wrong person" });
    await expect(step.getByLabel("First name")).toHaveValue("Albina");
    await expect(step.getByLabel("Address")).toHaveValue(`albina@${domain}`);
    await lookAt(page, "labels-wrong-person");
    await step.getByRole("button", { name: "Add Albina" }).click();
    await expect(page.getByText("Albina Roth is a contact now, named by Milan.")).toBeVisible();
    await page.getByRole("region", { name: "Label" }).getByRole("link", { name: "Albina Roth" }).click();
    await expect(page.getByText("Named by Milan")).toBeVisible();
    expect((await standIn.mailsTo(domain)).length).toBe(2);
  });

  await test.step("the same key again takes a label away", async () => {
    await openThread(page, `milan@${domain}`);
    const wrong = page.getByRole("button", { name: /^Wrong person/ });
    await expect(wrong).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("4");
    await expect(wrong).toHaveAttribute("aria-pressed", "false");
    await page.keyboard.press("3");
    await expect(page.getByRole("button", { name: /^Not interested/ })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Suppress" }).click();
    await expect(page.getByRole("heading", { name: "Suppress Milan?" })).toBeVisible();
    await lookAt(page, "labels-suppress");
    await page.keyboard.press("Escape");
  });
});
