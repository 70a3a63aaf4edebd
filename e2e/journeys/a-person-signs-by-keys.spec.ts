import { expect, type Page } from "@playwright/test";
import { makeQueue } from "../support/draft-campaign";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const people = 7;
const domain = `keys-${Date.now()}.example`;

test("a person signs, edits, rejects and takes back by keys, and nothing looks signed that is not", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await makeQueue(page, { name: "By keys", domain, people, spacingSeconds: 1 });

  await test.step("S after S shows the next, and the page is never loaded anew", async () => {
    let loads = 0;
    page.on("load", () => loads++);
    for (let at = 0; at < 4; at++) {
      await expect(letterTo(page, at)).toBeVisible();
      await untilAlive(page);
      await page.keyboard.press("s");
      await expect(page.getByText(`Signed for Pat${at}`)).toBeVisible();
    }
    await expect(page.getByText("4 signed", { exact: false }).first()).toBeVisible();
    expect(loads).toBe(0);
  });

  await test.step("⌘Z goes back, also more than once", async () => {
    await page.keyboard.press("ControlOrMeta+z");
    await expect(letterTo(page, 3)).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(letterTo(page, 2)).toBeVisible();
    await expect(page.getByText("Signature void", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Sign S/ })).toBeEnabled();
  });

  await test.step("a text that somebody else kept meanwhile is not overwritten unseen", async () => {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, "Ben Ortiz");
    await other.goto(new URL(page.url()).pathname);
    await edit(page, " of Anna");
    await edit(other, " of Ben");
    await untilAlive(other);
    await other.keyboard.press("ControlOrMeta+Enter");
    await expect(other.getByRole("heading", { name: /of Ben/ })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("alert").filter({ hasText: "Ben Ortiz changed this text meanwhile" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: /of Ben/ })).toBeVisible();
    await other.context().close();
  });

  await test.step("words that are not kept hold the page", async () => {
    await edit(page, " once more");
    await page.getByRole("option").last().click();
    await expect(page.getByText("Your changes are not kept yet")).toBeVisible();
    await page.getByRole("button", { name: /^Keep this text/ }).click();
    await expect(page.getByRole("heading", { name: /once more/ })).toBeVisible();
    await page.keyboard.press("d");
    await expect(page.getByText("Edited by Anna Keller").first()).toBeVisible();
  });

  await test.step("a reason rejects and moves on, and can be taken back", async () => {
    await page.keyboard.press("x");
    await page.keyboard.press("3");
    await expect(page.getByText("Rejected for Pat2")).toBeVisible();
    await expect(page.getByRole("option", { name: /Pat2/ })).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(letterTo(page, 2)).toBeVisible();
    // It stands there at once, and is signed again once it is back.
    await expect(page.getByRole("button", { name: /^Sign( this version)? S/ })).toBeEnabled();
  });

  await test.step("a signature that never arrived leaves the draft unsigned, and says so", async () => {
    await page.route("**/review/**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await page.keyboard.press("s");
    await expect(page.getByRole("alert").filter({ hasText: "It was not done: nothing was changed." })).toBeVisible();
    await expect(page.getByText("Signed for Pat2")).toHaveCount(0);
    await page.unroute("**/review/**");
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(page.getByRole("button", { name: /^Sign this version S/ })).toBeEnabled();
  });

  await test.step("all that pass are signed in one go, after a question, by the server, and taken back as one", async () => {
    // Only what the list shows is signed: not before it shows again what was rejected and taken back.
    await expect(page.getByRole("button", { name: /^Sign the 5 that pass/ })).toBeVisible();
    await page.keyboard.press("Shift+S");
    const dialog = page.getByRole("dialog", { name: "Sign 5 drafts?" });
    await expect(dialog.getByText(/You have not opened \d of them/)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("5 to go").first()).toBeVisible();
    await page.keyboard.press("Shift+S");
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole("button", { name: /^Not yet/ })).toBeFocused();
    await page.keyboard.press("s");
    await expect(page.getByText("every one passed its checks").first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("0 to go").first()).toBeVisible();
    // Whoever comes back later still finds what it came to, and the way back.
    await page.reload();
    await expect(page.getByText("5 drafts signed, every one passed its checks").first()).toBeVisible();
    await untilAlive(page);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("5 came back.")).toBeVisible();
    await expect(page.getByText("5 to go").first()).toBeVisible();
  });
});

const letterTo = (page: Page, at: number) => page.getByRole("article", { name: `Mail to p${at}@${domain}` });

async function edit(page: Page, words: string) {
  await untilAlive(page);
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Subject" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.insertText(words);
}
