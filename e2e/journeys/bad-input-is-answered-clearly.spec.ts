import { expect, type Page } from "@playwright/test";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const bad = ["/contacts/%E0%A4%A", "/u/%ff", "/review/%zz", "/replies/%", "/campaigns/%E0%A4%A/contacts", "/%c0%ae"];
const noId = [
  "/contacts/1",
  "/contacts/lists/x",
  "/contacts/import/x",
  "/templates/x",
  "/campaigns/x",
  "/review/x",
  "/replies/x",
];

test("an address that cannot be read, or names nothing, is not found and breaks nothing", async ({ page }) => {
  for (const address of bad) {
    const answer = await page.goto(address);
    expect({ address, status: answer?.status() }).toEqual({ address, status: 404 });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
  }
  await signIn(page, "Anna Keller");
  for (const address of [...noId, "/settings/mailboxes/x", "/settings/mailboxes/x/other"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("There is no ");
  }
  for (const path of [
    "/api/threads/%E0",
    "/api/drafts/%zz",
    "/api/messages/%ff",
    "/api/sent/%",
    "/api/threads/x",
    "/api/drafts/x",
  ]) {
    const answer = await page.request.get(path);
    expect({ path, status: answer.status() }).toEqual({ path, status: 404 });
  }
  for (const address of ["/contacts?q=%E0%A4%A", "/replies?show=%ff", "/review?campaign=%E0", "/calendar?day=%zz"]) {
    const answer = await page.goto(address);
    expect({ address, isSound: (answer?.status() ?? 500) < 500 }).toEqual({ address, isSound: true });
  }
});

test("whose session is ended by an administrator sees and hears nothing more within seconds", async ({ browser, baseURL }) => {
  const ben = await (await browser.newContext()).newPage();
  await signIn(ben, "Ben Ortiz");
  const line = hearLine(ben, `${baseURL}/api/live`);
  const anna = await (await browser.newContext()).newPage();
  await signIn(anna, "Anna Keller");
  await anna.goto("/settings/members");
  const row = anna.locator("div", { has: anna.getByRole("button", { name: "More for Ben Ortiz" }) }).last();
  await row.getByRole("button", { name: /^\d+ sessions?$/ }).click();
  const ends = anna.getByRole("button", { name: "End session" });
  await expect(ends.first()).toBeVisible();
  for (let left = await ends.count(); left > 0; left--) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  const endedAt = Date.now();
  expect(await line).toContain("event: over");
  expect(Date.now() - endedAt).toBeLessThan(10_000);
  await expect(ben.getByRole("button", { name: "Sign in with Microsoft" })).toBeVisible();
});

test("one team’s hostile template keeps no other team waiting", async ({ browser }) => {
  const anna = await (await browser.newContext()).newPage();
  const fay = await (await browser.newContext()).newPage();
  await signIn(anna, "Anna Keller");
  await signIn(fay, "Fay Moreno");
  const usual = await timeToOpen(fay);
  await anna.goto("/templates");
  await anna.getByRole("button", { name: "New template" }).click();
  await anna.waitForURL(/\/templates\/[0-9a-f-]{36}$/);
  await anna.reload();
  await untilAlive(anna);
  const text = anna.getByRole("textbox", { name: "Text", exact: true });
  await text.click();
  await anna.keyboard.insertText("Hello ");
  await expect(text).toContainText("Hello");
  await anna.keyboard.insertText("{{a|".repeat(12_000));
  const times = [await timeToOpen(fay), await timeToOpen(fay), await timeToOpen(fay)];
  await expect(anna.getByText(/The text cannot be read/).first()).toBeVisible();
  expect(Math.max(...times)).toBeLessThan(usual * 3 + 1500);
});

test("a forged word of consent makes no page claim anything", async ({ browser }) => {
  const guest = await (await browser.newContext()).newPage();
  for (const address of [
    "/api/mailboxes/callback?admin_consent=True&tenant=11111111-1111-4111-8111-111111111111&state=admin",
    "/sign-in?notice=allowed",
    "/sign-in?notice=allowed.zzzzzz.forged",
    "/?admin_consent=True",
  ]) {
    await guest.goto(address);
    await expect(guest.getByRole("button", { name: "Sign in with Microsoft" })).toBeVisible();
    await expect(guest.getByText(/allowed/i)).toHaveCount(0);
  }
  const ben = await (await browser.newContext()).newPage();
  await signIn(ben, "Ben Ortiz");
  for (const address of [
    "/api/mailboxes/callback?admin_consent=True&state=admin",
    "/settings/mailboxes?notice=consented",
    "/settings/mailboxes?admin_consent=True&tenant=x",
    "/contacts?admin_consent=True",
  ]) {
    await ben.goto(address);
    await expect(ben.getByRole("navigation", { name: "Pages", exact: true })).toBeVisible();
    await expect(ben.getByText(/has allowed it/)).toHaveCount(0);
  }
});

test("an address typed by hand is refused in the words a file’s would be", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await page.goto("/contacts");
  await page.getByRole("button", { name: "Add one contact" }).click();
  for (const [address, sentence] of [
    ["two@at@x.example", "Two @ in the address"],
    ["a b@x.example", "A space in the address"],
    ["anna@x.example.", "The domain is not sound"],
  ] as const) {
    await page.getByLabel("Email").fill(address);
    await page.getByRole("button", { name: "Add this contact" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
  }
});

/** All that a program hears that holds the line open with somebody's cookie, until the line ends. */
async function hearLine(page: Page, address: string): Promise<string> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return (await fetch(address, { headers: { cookie } })).text();
}

async function timeToOpen(page: Page): Promise<number> {
  const began = Date.now();
  await page.goto("/contacts");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return Date.now() - began;
}
