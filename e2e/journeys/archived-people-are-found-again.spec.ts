import { expect, type Locator, type Page } from "@playwright/test";
import { makeQueue } from "../support/draft-campaign";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { inHebrew, longWord, nameCampaign, seedNames, seedPeople } from "../support/put-away";
import { test } from "../support/test";

test.describe.configure({ mode: "serial" });

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage();
  await signIn(page, "Anna Keller");
});
test.afterAll(() => page.context().close());

const domain = "put-away.example";

/** How much wider than its window a page is. */
const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("all of two pages are archived at once, found again, restored and taken back", async () => {
  await seedPeople(domain, 60);
  await page.goto(`/contacts?q=${domain}`);
  await untilAlive(page);
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: "Select all 60" }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByText("60 people archived.")).toBeVisible();
  await expect(page.getByText(`Nobody among your contacts fits “${domain}”.`)).toBeVisible();

  const rail = page.getByRole("navigation", { name: "Which contacts" });
  await expect(rail.getByRole("link", { name: /^Archived 60/ })).toBeVisible();
  await rail.getByRole("link", { name: /^Archived/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "60 people are archived" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Pat\d+ Putaway/ })).toHaveCount(50);
  await expect(page.getByRole("row", { name: /Pat\d+ Putaway/ }).first()).toContainText("today");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("row", { name: /Pat\d+ Putaway/ })).toHaveCount(10);

  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("10 people are back among the contacts.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "50 people are archived" })).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("10 people are archived again.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "60 people are archived" })).toBeVisible();
});

test("one is found by name, says on its page that it is archived, and is restored there", async () => {
  await page.goto("/contacts/archived");
  await page.getByRole("searchbox", { name: "Search the archived" }).fill("Pat23");
  await expect(page.getByRole("row", { name: /Putaway/ })).toHaveCount(1);
  await page.getByRole("link", { name: "Pat23 Putaway" }).click();
  await expect(page.getByText(/^today .*In no search and no list’s count/)).toBeVisible();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("Pat23 is back among the contacts.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore", exact: true })).toHaveCount(0);
});

test("who is suppressed and archived stands among the suppressed, and whoever is added again is told of", async () => {
  await page.goto(`/contacts/suppressed?q=p10@${domain}`);
  await expect(page.getByRole("row", { name: new RegExp(`^p10@${domain}`) })).toContainText("archived");
  await page.goto("/contacts");
  await page.getByRole("button", { name: "Add one contact" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(`p30@${domain}`);
  await page.getByRole("button", { name: "Add this contact" }).click();
  await expect(page.getByText("Pat30 Putaway was archived and is back, with what you wrote.")).toBeVisible();
});

test("titles say what is open", async () => {
  const opened = async (path: string, link: Locator) => {
    await page.goto(path);
    const name = ((await link.first().textContent()) ?? "").trim();
    await page.goto((await link.first().getAttribute("href")) ?? "");
    return name;
  };
  const main = page.getByRole("main");
  const contact = await opened(`/contacts?q=p30@${domain}`, page.getByRole("table").getByRole("link", { name: /Putaway/ }));
  await expect(page).toHaveTitle(`${contact} · Contacts · Countersign`);
  await opened("/contacts", page.getByRole("navigation", { name: "Which contacts" }).getByTitle(domain));
  await expect(page).toHaveTitle(`${domain} · Contacts · Countersign`);
  const campaign = await opened("/campaigns", main.getByRole("link", { name: "Supplier invoices" }));
  await expect(page).toHaveTitle(`${campaign} · Campaigns · Countersign`);
  await opened("/settings/mailboxes", main.locator("a[href^='/settings/mailboxes/']:not([href*='for-administrators'])"));
  await expect(page).toHaveTitle(/@contoso\.com · Settings · Countersign$/);
  await opened("/templates", main.locator("a[href^='/templates/']"));
  await expect(page).toHaveTitle(/^.+ · Templates · Countersign$/);
  await page.goto("/campaigns/00000000-0000-4000-8000-000000000000");
  await expect(page).toHaveTitle("Not found · Countersign");
  await page.goto("/review");
  const queue = page.getByRole("listbox", { name: "Drafts" });
  await queue.getByRole("option").nth(1).click();
  await expect(queue.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  const who = await queue.getByRole("option").nth(1).locator("span[dir=auto]").first().textContent();
  await expect(page).toHaveTitle(`${who} · Review · Countersign`);
});

test("a click is heard at once on a slow connection", async () => {
  await page.goto("/contacts");
  await untilAlive(page);
  await page.route("**/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue().catch(() => undefined);
  });
  const entry = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Campaigns" });
  await entry.click();
  await expect(entry.locator("[data-link-busy]")).toBeAttached({ timeout: 400 });
  await expect(page).toHaveTitle("Campaigns · Countersign");
  await expect(entry.locator("[data-link-busy]")).toHaveCount(0);
  await page.unroute("**/*");
});

test("a word of 200 letters pushes no page sideways, and a Hebrew name shows its beginning", async () => {
  const { long, rtl, listId, threads } = await seedNames("long-names.example");
  await page.goto("/campaigns");
  const running = (await page.getByRole("main").getByRole("link", { name: "Supplier invoices" }).getAttribute("href")) ?? "";
  const campaignId = running.split("/")[2] ?? "";
  await nameCampaign(campaignId, longWord);
  try {
    const paths = ["/", "/contacts", `/contacts/${long}`, `/contacts/lists/${listId}`, "/review", `/replies/${threads[0]}`];
    for (const path of [...paths, running, "/campaigns", "/contacts/archived"])
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        await untilAlive(page);
        expect.soft(await sideways(), `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
  } finally {
    await nameCampaign(campaignId, "Supplier invoices");
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/contacts?q=long-names.example`);
  expect(await showsBeginning(page.locator(`a[href="/contacts/${rtl}"]`))).toBe(true);
  await page.goto(`/replies/${threads[1]}`);
  const row = page.getByRole("listbox", { name: "Threads" }).getByText(inHebrew);
  expect(await showsBeginning(row)).toBe(true);
});

/** Whether the first letter of a text that is cut lies within the box it is cut to. */
async function showsBeginning(text: Locator): Promise<boolean> {
  return text.first().evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const first = walker.nextNode();
    if (!first) return false;
    const range = document.createRange();
    range.setStart(first, 0);
    range.setEnd(first, 1);
    const letter = range.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return letter.width > 0 && letter.left >= box.left - 1 && letter.right <= box.right + 1;
  });
}

test("at 200 % zoom the bars leave half the window to the letter", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await makeQueue(page, { name: "Enlarged", domain: `enlarged-${Date.now()}.example`, people: 2, spacingSeconds: 1 });
  await page.setViewportSize({ width: 640, height: 400 });
  const thread = page.getByRole("listbox", { name: "Threads" }).getByRole("option").first();
  const open: [string, () => Promise<void>][] = [
    ["/review", async () => undefined],
    ["/replies", () => thread.click()],
    ["/write", () => page.waitForURL(/draft=/)],
  ];
  for (const [path, walk] of open) {
    await page.goto(path);
    await untilAlive(page);
    await walk();
    await page.evaluate(() => window.scrollTo(0, 120));
    // What stands at heights of the window, wherever the page is scrolled: a bar, or the page itself.
    const free = await page.evaluate(() => {
      const isBar = (element: Element | null): boolean =>
        element !== null && (["fixed", "sticky"].includes(getComputedStyle(element).position) || isBar(element.parentElement));
      const heights = Array.from({ length: innerHeight }, (_, y) => y);
      return heights.filter((y) => !isBar(document.elementFromPoint(innerWidth / 2, y))).length;
    });
    expect.soft(free, path).toBeGreaterThanOrEqual(200);
    expect.soft(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight), path).toBe(true);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});
