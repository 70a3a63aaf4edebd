import { expect } from "@playwright/test";
import postgres from "postgres";
import { listen, look, untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

const database = () => postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });

// Each scheme by a worker of its own, where there are several.
test.describe.configure({ mode: "parallel" });

for (const scheme of ["light", "dark"] as const) {
  test(`dialogs, imports, the first day, failures and the public page are whole and accessible, in ${scheme}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({ colorScheme: scheme, reducedMotion: "reduce" });
    const complaints = listen(context);
    const page = await context.newPage();
    await signIn(page, "Anna Keller");

    await test.step("an import: its columns, and its result with what was refused", async () => {
      await page.goto("/contacts/import");
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Choose a file" }).click(),
      ]);
      const text = `Mail;Vorname;Firma;Ort\nanna@${scheme}-look.example;Änne;Bäckerei Öz;Köln\nno address;Otto;Hof;Bonn\n`;
      await chooser.setFiles({ name: `look-${scheme}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) });
      await expect(page.getByRole("button", { name: /^Import 2 rows|^Import 1/ })).toBeVisible();
      await look(page, "import-columns", scheme);
      await page.getByRole("button", { name: /^Import 2 rows|^Import 1/ }).click();
      await expect(page.getByText("2 rows read, 2 accounted for")).toBeVisible({ timeout: 30_000 });
      await look(page, "import-result", scheme);
    });

    await test.step("a step of a campaign: text and mail beside each other, on a phone one of them", async () => {
      await page.goto("/campaigns");
      await page.getByRole("link", { name: "Warehouses, spring" }).first().click();
      await page.getByRole("list", { name: "Steps" }).locator("li > button").first().click();
      const subject = page.getByRole("textbox", { name: "Subject", exact: true, includeHidden: true });
      const copy = page.getByRole("button", { name: "Send a test copy to me" });
      await expect(subject).toHaveCount(1);
      await expect(subject).toBeVisible();
      await expect(copy).toBeVisible();
      await look(page, "setup-step", scheme);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(copy).toBeHidden();
      await page.getByRole("tab", { name: "Mail" }).click();
      await expect(subject).toBeHidden();
      await expect(copy).toBeVisible();
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect(subject).toBeVisible();
    });

    await test.step("the launch dialog", async () => {
      await page.goto("/campaigns");
      await page.getByRole("link", { name: "Warehouses, spring" }).first().click();
      await page.getByRole("button", { name: "Check and launch" }).click();
      await expect(page.getByRole("dialog").getByRole("button", { name: /^Launch for/ })).toBeVisible();
      await look(page, "setup-launch", scheme);
      await untilAlive(page);
      await page.keyboard.press("Escape");
    });

    await test.step("a draft that is edited, rejected, signed", async () => {
      await page.goto("/review");
      // Right after a start the demo team's drafts are still being written; they come to the open page by themselves.
      await expect(page.getByRole("listbox", { name: "Drafts" }).getByRole("option").first()).toBeVisible({ timeout: 90_000 });
      await expect(page.getByRole("button", { name: /^Sign/ }).last()).toBeEnabled();
      await untilAlive(page);
      await page.keyboard.press("e");
      await expect(page.getByRole("textbox", { name: "Text", exact: true })).toBeVisible();
      await look(page, "review-edit", scheme);
      await page.keyboard.press("Escape");
      await page.keyboard.press("x");
      await expect(page.getByRole("dialog")).toBeVisible();
      await look(page, "review-reject", scheme);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await page.keyboard.press("s");
      await expect(page.getByRole("status").getByText(/^Signed for /)).toBeVisible();
      await look(page, "review-after-signing", scheme);
    });

    await test.step("the question before signing all", async () => {
      await page.goto("/review");
      await expect(page.getByRole("button", { name: /that pass/ })).toBeEnabled();
      await untilAlive(page);
      await page.keyboard.press("Shift+S");
      await expect(page.getByRole("dialog", { name: /^Sign \d+ drafts\?/ })).toBeVisible();
      await look(page, "review-sign-all", scheme);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });

    await test.step("a mail that was changed in Outlook before it left: both texts", async () => {
      const draft = await changeInOutlook();
      await page.goto(`/review/${draft}`);
      await expect(page.getByRole("alert").getByText("It was changed in Outlook after it was signed")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Put the signed text back/ })).toBeEnabled();
      await look(page, "review-changed", scheme);
      await page.getByText("One text").click();
      await look(page, "review-changed-one", scheme);
      // The next look begins with the queue as it was.
      const sql = database();
      await sql`delete from mail_differences where delivery_id in (select id from deliveries where draft_id = ${draft})`;
      await sql`delete from deliveries where draft_id = ${draft}`;
      await sql.end();
    });

    await test.step("a page that fails says what was kept, and comes back", async () => {
      const sql = database();
      await sql`alter table email_templates rename to email_templates_away`;
      try {
        await page.goto("/templates");
        await expect(page.getByRole("button", { name: /again/i })).toBeVisible();
        await look(page, "failed", scheme);
      } finally {
        await sql`alter table email_templates_away rename to email_templates`;
        await sql.end();
      }
      const failed = complaints.filter((one) => one.includes("/templates"));
      expect(failed.length).toBeGreaterThan(0);
      complaints.splice(0, complaints.length, ...complaints.filter((one) => !failed.includes(one)));
      await page.getByRole("button", { name: /again/i }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Templates");
    });

    await test.step("the first day of another team", async () => {
      const other = await browser.newContext({ colorScheme: scheme, reducedMotion: "reduce" });
      const fay = await other.newPage();
      await signIn(fay, "Fay Moreno");
      await expect(fay.getByRole("heading", { level: 1 })).toContainText("to your first campaign");
      await look(fay, "first-day", scheme);
      await other.close();
    });

    await test.step("the public page, before and after, without script", async () => {
      const sql = database();
      const [person] = await sql<{ token: string }[]>`
        select c.unsubscribe_token as token from campaign_contacts c where c.ended_reason = 'got every mail'
          and not exists (select 1 from suppressions s where s.email_norm = lower(c.recipient_email)) order by c.id limit 1`;
      await sql.end();
      const bare = await browser.newContext({ colorScheme: scheme, javaScriptEnabled: false });
      const reader = await bare.newPage();
      await reader.goto(`/u/${person?.token}`);
      await reader.screenshot({ path: `test-results/pages/unsubscribe-without-script-${scheme}.png` });
      await bare.close();
      await page.goto(`/u/${person?.token}`);
      await look(page, "unsubscribe", scheme);
      await page.getByRole("button").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(page, "unsubscribe-done", scheme);
    });

    await test.step("the stand-in's own pages, which look like no part of the product", async () => {
      await page.goto(standIn.address);
      await look(page, "stand-in-mail", scheme);
      const stranger = await browser.newContext({ colorScheme: scheme });
      const guest = await stranger.newPage();
      await guest.goto("/");
      await guest.getByRole("button", { name: "Sign in with Microsoft" }).click();
      await expect(guest.getByRole("heading", { name: "Pick a person to sign in as" })).toBeVisible();
      await look(guest, "stand-in-sign-in", scheme);
      await stranger.close();
    });
    expect(complaints).toEqual([]);
    await context.close();
  });
}

/** As the comparison before leaving finds it, for a draft of the demo team that waits. @returns the draft. */
async function changeInOutlook(): Promise<string> {
  const sql = database();
  const anna = { name: "Anna Keller", email: "anna@contoso.com" };
  const found = {
    ...{ subject: "Another subject", from: anna, sender: anna, cc: [], bcc: [], replyTo: [], attachments: [] },
    ...{ to: [{ name: "", email: "another@elsewhere.example" }], html: "<p>Hi,</p><p>the first month is free.</p>" },
    ...{ changeKey: null, changedAt: null, folderId: null },
  };
  const differences = [
    { field: "recipients", before: "To: the one signed for", after: "To: another@elsewhere.example" },
    { field: "words", before: "suppliers", after: "The first month is free." },
  ];
  const [draft] = await sql<{ id: string }[]>`
    with d as (
      select d.* from email_drafts d join campaigns k on k.id = d.campaign_id join campaign_contacts c on c.id = d.campaign_contact_id
      where d.status = 'draft' and d.rejected_at is null and k.status = 'active' and c.status in ('pending', 'in_progress') order by d.id desc limit 1
    ), v as (
      insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, send_key, request_hash, state, drafted_at)
      select d.team_id, d.id, d.campaign_id, d.campaign_contact_id, d.sequence_id, d.contact_id, c.sender_account_id, gen_random_uuid()::text, 'h', 'queued', now()
      from d join campaign_contacts c on c.id = d.campaign_contact_id returning *
    )
    insert into mail_differences (team_id, delivery_id, place, found_at, changed_at, found, differences)
    select team_id, id, 'draft', now(), now(), ${sql.json(found)}, ${sql.json(differences)} from v
    returning (select id from d)`;
  await sql.end();
  return draft?.id ?? "";
}
