import { type Browser, expect, type Page } from "@playwright/test";
import { type } from "../support/campaign";
import { signIn } from "../support/people";
import { test } from "../support/test";

test.describe.configure({ timeout: 60_000 });

let anna: Page;
let ben: Page;
test.beforeAll(async ({ browser }) => {
  anna = await personOn(browser, "Anna Keller");
  ben = await personOn(browser, "Ben Ortiz");
});
test.afterAll(async () => {
  for (const page of [anna, ben]) await page.context().close();
});

async function personOn(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, name);
  return page;
}

const steps = (page: Page) => page.getByRole("list", { name: "Steps" }).getByRole("listitem");
const editor = (page: Page, field: string) => page.getByRole("textbox", { name: field, exact: true });
const rules = (page: Page) => page.getByRole("region", { name: "Sending rules" });
const openStep = (page: Page, place: number) =>
  steps(page)
    .nth(place - 1)
    .locator("button")
    .last()
    .click();

/** A new draft of Anna's, open before her. */
async function begin(name: string) {
  await anna.goto("/campaigns/new");
  await anna.getByLabel("Name", { exact: true }).fill(name);
  await anna.getByRole("button", { name: "Make this campaign" }).click();
  await expect(rules(anna)).toBeVisible();
}
async function addStep(page: Page) {
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByRole("menuitem", { name: "Empty step" }).click();
}
const kept = (page: Page) => expect(page.getByText(/^Saved \d/).first()).toBeVisible();
/** Everything that this page asks of the server takes so long. */
const slowly = (page: Page, ms: number) =>
  page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await new Promise((go) => setTimeout(go, ms));
    await route.continue();
  });

test("a draft that is deleted is taken back as it was", async () => {
  await begin("Deleted by mistake");
  await type(anna, "Subject", "Kept subject");
  await kept(anna);
  await anna.getByRole("button", { name: "More for this campaign" }).click();
  await anna.getByRole("menuitem", { name: "Delete this draft" }).click();
  await expect(anna).toHaveURL(/\/campaigns$/);
  await expect(anna.getByText("Deleted by mistake is deleted.")).toBeVisible();
  await anna.getByRole("button", { name: "Take back" }).click();
  await expect(editor(anna, "Subject")).toHaveText("Kept subject");
});

test.afterEach(() => anna.unrouteAll({ behavior: "ignoreErrors" }));

test("a step that is removed goes at once, and comes back at its place with what was just typed in it", async () => {
  await begin("Three steps");
  await addStep(anna);
  await expect(steps(anna)).toHaveCount(2);
  await addStep(anna);
  await expect(steps(anna)).toHaveCount(3);
  await openStep(anna, 2);
  await slowly(anna, 400);
  await type(anna, "Text", "The second text");
  await anna.getByRole("button", { name: "More for this step" }).click();
  await anna.getByRole("menuitem", { name: "Remove this step" }).click();
  // Before the server has answered anything.
  await expect(steps(anna)).toHaveCount(2, { timeout: 300 });
  await anna.getByRole("button", { name: "Take back" }).click();
  await expect(steps(anna)).toHaveCount(3);
  await expect(steps(anna).nth(1)).toContainText("Follow-up 1");
  await openStep(anna, 2);
  await expect(editor(anna, "Text")).toHaveText("The second text");
  await anna.unrouteAll({ behavior: "ignoreErrors" });
});

test("what is typed right after a step is added lands in that step, whatever the server still does", async () => {
  await begin("Typed at once");
  await type(anna, "Text", "The first text");
  await slowly(anna, 800);
  await addStep(anna);
  await expect(steps(anna)).toHaveCount(2, { timeout: 300 });
  await editor(anna, "Text").click();
  await anna.keyboard.insertText("The second text");
  await addStep(anna);
  await expect(steps(anna)).toHaveCount(3, { timeout: 1500 });
  await editor(anna, "Text").click();
  await anna.keyboard.insertText("The third text");
  await anna.getByRole("button", { name: "More for this step" }).click();
  await anna.getByRole("menuitem", { name: "Move up" }).click();
  await expect(steps(anna).nth(1)).toContainText("Follow-up 2", { timeout: 300 });
  await kept(anna);
  await expect(anna.getByText("Saving", { exact: true })).toHaveCount(0);
  await expect(anna.locator("[data-loading]")).toHaveCount(0);
  await anna.unrouteAll({ behavior: "ignoreErrors" });
  await anna.reload();
  for (const [place, text] of ["The first text", "The third text", "The second text"].entries()) {
    await openStep(anna, place + 1);
    await expect(editor(anna, "Text")).toHaveText(text);
  }
});

test("of two who write the same text the second sees both and keeps hers; other fields merge, and untouched ones show theirs", async () => {
  await begin("Two at once");
  await ben.goto(anna.url());
  await expect(editor(ben, "Text")).toBeVisible();
  // Untouched: his arrives in place.
  await type(ben, "Subject", "His subject");
  await kept(ben);
  await expect(editor(anna, "Subject")).toHaveText("His subject");

  // The same text: hers is typed before his has come, and stays.
  await editor(anna, "Text").click();
  await type(ben, "Text", "His text");
  await kept(ben);
  await expect(ben.getByText("Saving", { exact: true })).toHaveCount(0);
  await editor(anna, "Text").pressSequentially("Her text");
  const both = anna.getByRole("alert").filter({ hasText: "Ben Ortiz changed this text meanwhile" });
  await expect(both).toContainText("His text");
  await expect(both).toContainText("Her text");
  await expect(editor(anna, "Text")).toHaveText("Her text");
  await both.getByRole("button", { name: "Keep mine" }).click();
  await expect(both).toHaveCount(0);
  await expect(editor(ben, "Text")).toHaveText("His text");
  await editor(ben, "Subject").click();
  await expect(editor(ben, "Text")).toHaveText("Her text");
  await expect(editor(anna, "Subject")).toHaveText("His subject");
});

test("a rule that another person changed meanwhile is not written over: who, and the new value, are said", async () => {
  await begin("One rule, two people");
  await ben.goto(anna.url());
  for (const [page, limit] of [
    [anna, null],
    [ben, 61],
  ] as const) {
    await rules(page)
      .getByRole("button", { name: /^Daily limit/ })
      .click();
    await expect(page.getByLabel("Mails a day, at most")).toBeVisible();
    if (limit === null) continue;
    await page.getByLabel("Mails a day, at most").fill(String(limit));
    await page.getByRole("button", { name: "Keep this number" }).click();
  }
  await expect(rules(anna)).toContainText("61 a day");
  await anna.getByLabel("Mails a day, at most").fill("72");
  await anna.getByRole("button", { name: "Keep this number" }).click();
  await expect(rules(anna).getByRole("alert")).toContainText("Ben Ortiz changed the daily limit to 61 a day meanwhile");
  await expect(rules(anna)).toContainText("61 a day");
});

test("a word of two hundred letters stays in its editor", async () => {
  await begin("A long word");
  await type(anna, "Text", "w".repeat(200));
  await type(anna, "Subject", "s".repeat(200));
  const column = await anna.getByRole("tabpanel", { name: "Mail" }).boundingBox();
  for (const field of ["Subject", "Text"]) {
    const box = await editor(anna, field).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(column?.x ?? 0);
    expect(await editor(anna, field).evaluate((dom) => dom.scrollWidth - dom.clientWidth)).toBeLessThanOrEqual(0);
  }
  await kept(anna);
});
