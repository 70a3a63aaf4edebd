import { expect } from "@playwright/test";
import { launch } from "../support/campaign";
import { openDraft } from "../support/draft-campaign";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

const anna = "anna@contoso.com";
const made = Date.now();
const domain = `placed-${made}.example`;
const office = `office-${made}@elsewhere.example`;
const statement = `statement-${made}@bank.example`;

test("a mail that matched nobody is listed, placed by the keyboard, and stops its person; N puts another aside", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  const mailbox = (await page.getByRole("link", { name: anna, exact: true }).getAttribute("href")) ?? "";
  const tiles = "Ostrander Tiles";
  await openDraft(page, {
    name: "Placed by hand",
    people: [
      { firstName: "Selma", lastName: "Ostrander", email: `selma@${domain}`, company: tiles },
      { firstName: "Vico", lastName: "Lambrecht", email: `vico@${domain}`, company: tiles },
    ],
    steps: [
      { subject: "Invoices at {{ company }}", text: "Hi {{ first_name }}, who types in your invoices?" },
      { subject: "", text: "Hi {{ first_name }}, a short follow-up." },
    ],
    signs: "launch",
    dailyLimit: 50,
    spacingSeconds: 0,
  });
  await launch(page, 2);
  const campaign = new URL(page.url()).pathname;
  await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 60_000 }).toBe(2);

  const list = page.getByRole("region", { name: "Other mail" });
  await test.step("two mails that match nobody are listed, one with whom it may come from", async () => {
    const now = { mailbox: anna, name: "Office" };
    await standIn.arrive({
      ...now,
      from: statement,
      subject: "Your statement",
      text: "Your statement of November is ready to be seen.",
      // Times are whole seconds: of two in the same one nobody could tell which is listed first.
      at: new Date(Date.now() - 2000),
    });
    await standIn.arrive({
      ...now,
      from: office,
      subject: "The days you asked for",
      text: "Hello Anna,\n\nSelma Ostrander asked me to send you the days in question: Thursday at two, or Friday before eleven. I keep the books for Ostrander Tiles, so please send the invite to me too.\n\nKind regards,\nthe office",
    });
    // The address where it stood before leads there.
    await page.goto(`${mailbox}/other`);
    await page.waitForURL(/\/replies\?show=other&mailbox=/);
    await expect(async () => {
      await page.reload();
      await expect(list.getByRole("link", { name: new RegExp(office) })).toContainText("Selma Ostrander?", { timeout: 1000 });
      await expect(list.getByRole("link", { name: new RegExp(statement) })).toContainText("No guess", { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByRole("heading", { name: "The days you asked for" })).toBeVisible();
    await expect(page.getByText("This mail matched nobody, so it stopped nobody")).toBeVisible();
    await look(page, "other-mail-waiting", "light");
  });

  await test.step("the keyboard chooses whose it is, and sees before what that stops", async () => {
    const owners = page.getByRole("radiogroup", { name: "It belongs to" });
    await untilAlive(page);
    await page.keyboard.press("j");
    await expect(page.getByRole("heading", { name: "Your statement" })).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByRole("heading", { name: "The days you asked for" })).toBeVisible();
    const second = owners.getByRole("radio").nth(1);
    await page.keyboard.press("2");
    await expect(second).toHaveAttribute("aria-checked", "true");
    await page.keyboard.press("1");
    const selma = owners.getByRole("radio", { name: /Selma Ostrander/ });
    await expect(selma).toHaveAttribute("aria-checked", "true");
    await expect(page.getByRole("complementary", { name: "If it is Selma Ostrander’s" })).toContainText("Placed by hand");
    await page.keyboard.press("Enter");
    await expect(page.getByText("It is Selma Ostrander’s.")).toBeVisible();
    await expect(page.getByText("One campaign stopped for them.", { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: "Open the thread" })).toHaveAttribute("href", /^\/replies\/[\w-]+$/);
  });

  await test.step("N puts the next one aside, and its sender with it", async () => {
    await expect(page.getByRole("heading", { name: "Your statement" })).toBeVisible();
    await expect(list.getByRole("link", { name: new RegExp(office) })).toHaveCount(0);
    await page.keyboard.press("n");
    await expect(page.getByText("Not for us.")).toBeVisible();
    await expect(page.getByText(`${statement} is not listed any more.`)).toBeVisible();
    await expect(list.getByRole("link", { name: new RegExp(statement) })).toHaveCount(0);
  });

  await test.step("the campaign counts it as her answer and mails her no more, while the other goes on", async () => {
    await page.goto(`${campaign}/contacts`);
    await expect(page.getByRole("row", { name: new RegExp(`selma@${domain}`) })).toContainText("Replied");
    await expect(page.getByRole("row", { name: new RegExp(`vico@${domain}`) })).not.toContainText("Replied");
    await page.getByRole("link", { name: /^Selma/ }).click();
    await expect(page.getByText("Wrote back")).toBeVisible();
    await expect(page.getByText(office).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Planned" })).toHaveCount(0);
    const happened = page.getByRole("region", { name: "Happened" });
    await expect(happened.getByText(/^Stopped .+ after it arrived$/)).toBeVisible();
    await expect(happened.getByRole("link", { name: "Answer" })).toHaveAttribute("href", /^\/replies\/[\w-]+$/);
    await look(page, "contact-placed", "light");
  });

  await test.step("every letter opens there whole: ours with its seal, theirs as it came", async () => {
    const happened = page.getByRole("region", { name: "Happened" });
    const ours = happened.getByRole("article", { name: "Invoices at Ostrander Tiles" });
    await expect(ours.getByText("Left as signed")).toBeVisible();
    await expect(ours.frameLocator("iframe").getByText("who types in your invoices?")).toBeVisible();
    await ours.getByRole("button", { name: "Close" }).click();
    await expect(ours).toHaveCount(0);
    await happened.getByRole("button", { name: /^Invoices at Ostrander Tiles/ }).click();
    await expect(ours.getByText("Left as signed")).toBeVisible();
    await happened.getByRole("button", { name: /^The days you asked for/ }).click();
    const theirs = happened.getByRole("article", { name: "The days you asked for" });
    await expect(theirs.frameLocator("iframe[title='What they wrote']").getByText("Kind regards,")).toBeVisible();
    await look(page, "contact-letters", "light");
  });
});
