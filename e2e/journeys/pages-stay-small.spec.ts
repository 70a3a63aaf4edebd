import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type BrowserContext, expect, type Response } from "@playwright/test";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

/** Scripts of a bare page of this version of Next, gzipped: measured once, by itself. */
const bareKb = 133;
/** What a page may have before anything is edited: 1.1 times a bare page for strangers and 1.8 times for everybody else (docs/proofs/size.md). */
const mostKb = { public: 1.1 * bareKb, team: 1.8 * bareKb };
const mostRequests = 40;
const mostReviewHtmlKb = 150;

type Size = { name: string; scripts: number; requests: number; html: number };

/** What the first load of a page in a browser that knows nothing of us brings: scripts as gzip makes them, requests, the document. */
async function measure(context: BrowserContext, name: string, address: string): Promise<Size> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const responses: Response[] = [];
  let requests = 0;
  let latest = Date.now();
  page.on("request", () => {
    requests += 1;
    latest = Date.now();
  });
  page.on("response", (one) => void responses.push(one));
  await page.goto(address);
  await untilAlive(page);
  await expect.poll(() => Date.now() - latest, { timeout: 30_000, intervals: [200] }).toBeGreaterThan(1200);
  let scripts = 0;
  let html = 0;
  for (const one of responses) {
    const type = one.status() < 300 ? one.request().resourceType() : "led on";
    if (type === "script") scripts += gzipSync(await one.body()).length;
    if (type === "document") html += (await one.body()).length;
  }
  await page.close();
  return { name, scripts: scripts / 1000, requests, html: html / 1000 };
}

test("every page brings few scripts and asks little, before anything is edited", async ({ browser, page }) => {
  test.skip(process.env.PROVE !== "1", "Measured by npm run prove -- e2e/journeys/pages-stay-small.spec.ts");
  test.setTimeout(480_000);
  await signIn(page, "Anna Keller");
  const linkOn = async (from: string, selector: string) => {
    await page.goto(from);
    return String(await page.locator(selector).first().getAttribute("href")).split("?")[0] ?? "";
  };
  const running = await linkOn("/campaigns", "main a:has-text('Supplier invoices')");
  const draft = await linkOn("/campaigns", "main a:has-text('Warehouses, spring')");
  const template = await linkOn("/templates", "main a[href^='/templates/']");
  const contact = await linkOn("/contacts", "table a[href^='/contacts/']");
  await page.goto("/replies?show=waiting");
  await page.getByRole("listbox", { name: "Threads" }).getByRole("option").first().click();
  const thread = new URL(page.url()).pathname;
  const pages: Record<string, string> = {
    today: "/",
    review: "/review",
    replies: "/replies",
    thread,
    campaigns: "/campaigns",
    "campaign-new": "/campaigns/new",
    campaign: running,
    "campaign-contacts": `${running}/contacts`,
    "campaign-steps": `${running}/steps`,
    setup: draft,
    write: "/write",
    scheduled: "/calendar",
    contacts: "/contacts",
    contact,
    suppressed: "/contacts/suppressed",
    import: "/contacts/import",
    templates: "/templates",
    template,
    mailboxes: "/settings/mailboxes",
    members: "/settings/members",
    rules: "/settings/rules",
    notices: "/settings/notices",
    engine: "/settings/engine",
  };
  const sizes: Size[] = [];
  const stranger = await browser.newContext();
  for (const [name, address] of Object.entries({ "sign-in": "/sign-in", unsubscribe: "/u/preview" }))
    sizes.push(await measure(stranger, name, address));
  const known = await browser.newContext({ storageState: await page.context().storageState() });
  await page.close();
  for (const [name, address] of Object.entries(pages)) sizes.push(await measure(known, name, address));
  const lines = sizes.map(
    ({ name, scripts, requests, html }) =>
      `| ${name} | ${scripts.toFixed(0)} | ${(scripts / bareKb).toFixed(2)} | ${requests} | ${html.toFixed(0)} |`,
  );
  const table = `| page | scripts, KB gzipped | beside a bare page | requests | document, KB |\n|---|---:|---:|---:|---:|\n${lines.join("\n")}\n`;
  process.stdout.write(`\n${table}\n`);
  writeFileSync("docs/proofs/size-in-a-browser.md", `# What pages bring\n\n${table}`);
  const isPublic = (name: string) => name === "sign-in" || name === "unsubscribe";
  for (const { name, scripts, requests, html } of sizes) {
    const most = isPublic(name) ? mostKb.public : mostKb.team;
    expect.soft(scripts, `scripts of ${name}`).toBeLessThanOrEqual(most);
    expect.soft(requests, `requests of ${name}`).toBeLessThan(mostRequests);
    if (name === "review") expect.soft(html, "document of Review").toBeLessThan(mostReviewHtmlKb);
  }
});

test("a text can be typed into before its editor is there, and goes on in it at the same place", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await page.goto("/templates");
  await page.getByRole("main").locator("a[href^='/templates/']").first().click();
  // Its own page: what the list showed first is another one, which goes with its text.
  await expect(page).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await untilAlive(page);
  expect(await page.locator(".ProseMirror").count()).toBe(0);
  let asked = 0;
  await page.route("**/_next/static/chunks/**", async (route) => {
    asked += 1;
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  const before = await text.boundingBox();
  const words = (await text.textContent())?.trim();
  await text.click({ position: { x: 30, y: 26 } });
  await page.keyboard.type("quick ");
  expect(await page.locator(".ProseMirror").count()).toBe(0);
  await expect(text).toContainText("quick ");
  await expect(page.locator(".ProseMirror")).toBeFocused();
  await page.keyboard.type("brown");
  await expect(text).toContainText("quick brown");
  expect(asked).toBeGreaterThan(0);
  const after = await text.boundingBox();
  expect([after?.x, after?.y, after?.width]).toEqual([before?.x, before?.y, before?.width]);
  for (let letters = "quick brown".length; letters > 0; letters -= 1) await page.keyboard.press("Backspace");
  await expect.poll(async () => (await text.textContent())?.trim()).toBe(words);
  await expect.poll(async () => (await text.boundingBox())?.height).toBe(before?.height);
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
});
