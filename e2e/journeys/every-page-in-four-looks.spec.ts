import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/people";

const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const folder = "test-results/pages";

/** The pages of the product, with those that hang on an id found by walking there. */
async function findPages(page: Page): Promise<Record<string, string>> {
  const linkOn = async (from: string, selector: string) => {
    await page.goto(from);
    const href = await page.locator(selector).first().getAttribute("href");
    if (!href) throw new Error(`${from} has no ${selector}.`);
    return href.split("?")[0] ?? href;
  };
  const running = await linkOn("/campaigns", "main a:has-text('Supplier invoices')");
  const finished = await linkOn("/campaigns", "main a:has-text('Spring fair')");
  const draft = await linkOn("/campaigns", "main a:has-text('Warehouses, spring')");
  const list = await linkOn("/contacts", "a[href^='/contacts/lists/']");
  const contact = await linkOn("/contacts", "table a[href^='/contacts/']");
  return {
    today: "/",
    review: "/review",
    campaigns: "/campaigns",
    "campaign-new": "/campaigns/new",
    campaign: running,
    "campaign-contacts": `${running}/contacts`,
    "campaign-steps": `${running}/steps`,
    "campaign-finished": finished,
    setup: draft,
    contacts: "/contacts",
    list,
    contact,
    import: "/contacts/import",
    templates: "/templates",
    template: await linkOn("/templates", "main a[href^='/templates/']"),
    mailboxes: "/settings/mailboxes",
    members: "/settings/members",
    "not-found": "/campaigns/00000000-0000-4000-8000-000000000000",
  };
}

for (const scheme of ["light", "dark"] as const) {
  test(`every page is whole, quiet and accessible on desktop and phone, in ${scheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ colorScheme: scheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      // A page that is not found answers 404, and the browser says so.
      if (message.type() === "error" && !/404/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    await page.goto("/sign-in");
    await look(page, "sign-in", scheme);
    await signIn(page, "Anna Keller");
    for (const [name, address] of Object.entries(await findPages(page))) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
      await page.waitForTimeout(300);
      await look(page, name, scheme);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}

async function look(page: Page, name: string, scheme: string) {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(wide, `${name} is wider than a ${width}`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
  }
  await page.setViewportSize(widths.desktop);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .exclude("iframe")
    .analyze();
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect
    .soft(
      serious.map(
        (one) =>
          `${one.id}: ${one.nodes
            .map((node) => node.html.slice(0, 160))
            .slice(0, 3)
            .join(" | ")}`,
      ),
      `axe on ${name}`,
    )
    .toEqual([]);
}
