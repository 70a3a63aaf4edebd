import { expect, type Page } from "@playwright/test";
import { listen, look, untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

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
  const mailbox = await linkOn("/settings/mailboxes", "main a[href^='/settings/mailboxes/']:not([href*='for-administrators'])");
  await page.goto("/replies?show=waiting");
  await page.getByRole("listbox", { name: "Threads" }).getByRole("option").first().click();
  const thread = new URL(page.url()).pathname;
  return {
    today: "/",
    review: "/review",
    replies: "/replies",
    thread,
    "replies-snoozed": "/replies?show=snoozed",
    "replies-mine": "/replies?show=mine",
    campaigns: "/campaigns",
    "campaign-new": "/campaigns/new",
    campaign: running,
    "campaign-contacts": `${running}/contacts`,
    "campaign-steps": `${running}/steps`,
    "campaign-finished": finished,
    setup: draft,
    write: "/write",
    "write-to-somebody": `/write?to=${contact.split("/")[2]}`,
    scheduled: "/calendar",
    contacts: "/contacts",
    list,
    contact,
    archived: "/contacts/archived",
    suppressed: "/contacts/suppressed",
    "suppressed-file": "/contacts/suppressed/file",
    import: "/contacts/import",
    imports: "/contacts/imports",
    "import-result": await linkOn("/contacts/import", "main a[href^='/contacts/import/']"),
    templates: "/templates",
    template: await linkOn("/templates", "main a[href^='/templates/']"),
    mailboxes: "/settings/mailboxes",
    mailbox,
    "other-mail": "/replies?show=other",
    "other-mail-of-one": `/replies?show=other&mailbox=${mailbox.split("/").at(-1)}`,
    "for-administrators": "/settings/mailboxes/for-administrators",
    members: "/settings/members",
    rules: "/settings/rules",
    notices: "/settings/notices",
    engine: "/settings/engine",
    "not-found": "/campaigns/00000000-0000-4000-8000-000000000000",
  };
}

// Each scheme by a worker of its own, where there are several.
test.describe.configure({ mode: "parallel" });

for (const scheme of ["light", "dark"] as const) {
  test(`every page is whole, quiet and accessible on desktop and phone, in ${scheme}`, async ({ browser }) => {
    test.setTimeout(480_000);
    const context = await browser.newContext({ colorScheme: scheme, reducedMotion: "reduce" });
    const complaints = listen(context);
    const page = await context.newPage();
    await page.goto("/sign-in");
    await look(page, "sign-in", scheme);
    await signIn(page, "Anna Keller");
    for (const [name, address] of Object.entries(await findPages(page))) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
      await untilAlive(page);
      await look(page, name, scheme);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}
