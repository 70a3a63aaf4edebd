import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { mixedCampaign } from "../support/mixed-campaign";
import { connectMailbox, signIn } from "../support/people";
import { test } from "../support/test";

const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
const made: string[] = [];

test.beforeEach(async ({ page }) => {
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
});
test.afterAll(async () => {
  // Nothing of it stands in the queues and lists of other journeys.
  await sql`update campaigns set status = 'completed', completed_at = now(), archived_at = now() where id in ${sql(made)}`;
  await sql`update campaigns set archived_at = now(), status = 'completed', completed_at = now() where name like 'Numbers, %'`;
  await sql.end({ timeout: 2 });
});

async function seeded(name: string, people: Parameters<typeof mixedCampaign>[2]): Promise<string> {
  const id = await mixedCampaign(sql, name, people);
  made.push(id);
  return id;
}

const toGo = (page: Page) => page.getByRole("region", { name: "Drafts to sign" }).getByText(/^\d+ to go/);

/** Follows a link whose words say a number, and finds as many. Where drafts are being written meanwhile, it looks again. */
async function findsAsMany(page: Page, from: string, read: () => Promise<{ said: number; follow: () => Promise<void> }>) {
  await expect(async () => {
    await page.goto(from);
    const { said, follow } = await read();
    expect(said).toBeGreaterThan(0);
    await follow();
    await expect(toGo(page)).toHaveText(new RegExp(`^${said} to go`), { timeout: 3000 });
  }).toPass({ timeout: 40_000 });
}

test("a number on a link into Review is the number one finds there, and what needs a person is named behind another reason", async ({
  page,
}) => {
  const mixed = await seeded("Numbers, mixed", { unsigned: 3, delayed: 4 });
  const delayed = await seeded("Numbers, delayed", { delayed: 2 });

  await test.step("on Today", async () => {
    await findsAsMany(page, "/", async () => {
      const heading = page.getByRole("heading", { name: /^Drafts to sign$/ });
      const said = Number(await heading.locator("xpath=../../span[1]").textContent());
      return {
        said,
        follow: () =>
          page
            .getByRole("link", { name: /^Start signing/ })
            .last()
            .click(),
      };
    });
  });

  await test.step("in the list of campaigns", async () => {
    await findsAsMany(page, "/campaigns", async () => {
      const link = page
        .getByRole("listitem")
        .filter({ hasText: "Numbers, mixed" })
        .getByRole("link", { name: /^Review \d+$/ });
      return { said: Number((await link.textContent())?.replace("Review ", "")), follow: () => link.click() };
    });
    expect(await toGo(page).textContent()).toContain("7 to go");
  });

  await test.step("in a campaign where several reasons hide some of them", async () => {
    await page.goto(`/campaigns/${mixed}`);
    const reasons = page.getByRole("region", { name: "Why they wait" });
    await expect(reasons).toContainText("7 mails wait in Review.");
    await expect(reasons.getByRole("listitem").filter({ hasText: "Delay runs" })).toContainText(
      "All of them also need a signature",
    );
    await expect(reasons.getByRole("link", { name: /^Review/ })).toHaveCount(1);
    await reasons.getByRole("link", { name: "Review 7" }).click();
    await expect(toGo(page)).toHaveText(/^7 to go/);
  });

  await test.step("in a campaign where one reason hides them all", async () => {
    await page.goto(`/campaigns/${delayed}`);
    const row = page.getByRole("region", { name: "Why they wait" }).getByRole("listitem").filter({ hasText: "Delay runs" });
    await expect(row).toContainText("All of them also need a signature");
    await row.getByRole("link", { name: "Review 2" }).click();
    await expect(toGo(page)).toHaveText(/^2 to go/);
  });
});

test("who launches while all sending is stopped reads that nothing leaves, and by whom it was stopped", async ({ page }) => {
  await page.goto("/campaigns");
  await page.getByRole("link", { name: "Warehouses, spring" }).click();
  await page.getByRole("button", { name: /Stop all sending/ }).click();
  const report = page.getByRole("dialog", { name: "All sending is stopped" });
  await report.getByRole("button", { name: "Leave it stopped" }).click();
  await page.getByRole("button", { name: "Check and launch" }).click();
  const launching = page.getByRole("dialog", { name: "Launch" });
  await expect(launching.getByRole("listitem").first()).toHaveText(
    /^All sending is stopped by Anna Keller since today \d+:\d\d\. Nothing leaves until somebody resumes it\.$/,
  );
  await expect(launching).toContainText("nothing leaves until sending is resumed");
  await launching.getByRole("button", { name: "Not yet" }).click();
  await page.getByRole("button", { name: "Resume all sending" }).click();
  await expect(page.getByRole("button", { name: /Stop all sending/ })).toBeVisible();
});

test("a viewer is asked for nothing she may not do, and reads who can", async ({ page, browser }) => {
  const id = await seeded("Numbers, for a viewer", { delayed: 2 });
  const context = await browser.newContext();
  const dora = await context.newPage();
  await signIn(dora, "Dora Lind");
  const [was] = await sql`select role from members where email = 'dora@contoso.com'`;
  await sql`update members set role = 'viewer' where email = 'dora@contoso.com'`;
  await dora.goto("/");
  await expect(dora.getByRole("heading", { level: 1 })).toContainText("for your team");
  const jobs = dora.getByRole("region", { name: "What waits for your team" });
  await expect(jobs).toContainText("Members and administrators of your team sign.");
  await expect(dora.getByText("Start signing")).toHaveCount(0);
  await dora.goto(`/campaigns/${id}`);
  await expect(dora.getByText("Members and administrators of your team sign, decide and resume.")).toBeVisible();
  await expect(dora.getByRole("link", { name: "Look at 2" })).toBeVisible();
  await expect(dora.getByRole("button", { name: "More for this campaign" })).toHaveCount(0);
  await sql`update members set role = ${String(was?.role)} where email = 'dora@contoso.com'`;
  await context.close();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
});

test("a finished campaign is copied, exported, archived and taken back by its menu", async ({ page }) => {
  const id = await seeded("Numbers, finished", { done: 2 });
  const menu = async (item: string) => {
    await page.goto(`/campaigns/${id}`);
    await page.getByRole("button", { name: "More for this campaign" }).click();
    return page.getByRole("menuitem", { name: item });
  };

  await test.step("the copy is a draft with its steps and rules", async () => {
    await (await menu("Duplicate")).click();
    await expect(page.getByRole("textbox", { name: "Name of the campaign" })).toHaveValue("Numbers, finished (copy)");
    await expect(page.getByRole("region", { name: "Sending rules" })).toContainText("7 a day");
    await expect(page.getByRole("list", { name: "Steps" }).getByRole("listitem")).toHaveCount(2);
  });

  await test.step("its results are a file", async () => {
    const item = await menu("Export results");
    const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(lines[0]).toContain("name,address,status,mails sent,last sent at,replied at,ended reason");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/@numbers--finished-.*,Got every mail,1,.*,,got every mail$/);
  });

  await test.step("archived, it is taken back at once", async () => {
    await (await menu("Archive")).click();
    await expect(page.getByText("Numbers, finished is archived.")).toBeVisible();
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("Numbers, finished stands among the campaigns again.")).toBeVisible();
    await page.goto("/campaigns");
    await expect(page.getByRole("link", { name: "Numbers, finished", exact: true })).toBeVisible();
  });

  await test.step("archived, it stands among the archived alone, and comes back from there", async () => {
    await (await menu("Archive")).click();
    await expect(page.getByText("Archived, finished")).toBeVisible();
    await page.goto("/campaigns");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Numbers, finished", exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: /^Archived \(\d+\)$/ }).click();
    await expect(page.getByRole("link", { name: "Numbers, finished", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Bring Numbers, finished back" }).click();
    await page.goto("/campaigns?show=finished");
    await expect(page.getByRole("link", { name: "Numbers, finished", exact: true })).toBeVisible();
  });
});
