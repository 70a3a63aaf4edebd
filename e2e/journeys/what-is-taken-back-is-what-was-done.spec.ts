import { expect, type Page, type Route } from "@playwright/test";
import postgres from "postgres";
import { makeQueue } from "../support/draft-campaign";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

const people = 8;
const domain = `undo-${Date.now()}.example`;
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
let page: Page;
let campaign = "";

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  page = await (await browser.newContext()).newPage();
  await signIn(page, "Anna Keller");
  campaign = await makeQueue(page, { name: "Taken back", domain, people, spacingSeconds: 3 });
  await openQueue();
});
test.afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }));
test.afterAll(async () => {
  await page.context().close();
  await sql.end();
});

async function openQueue() {
  await page.goto(`/review?campaign=${campaign}`);
  await expect(page.getByText(`${people} to go`).first()).toBeVisible({ timeout: 60_000 });
  await expect(letterTo(0)).toBeVisible();
  await untilAlive(page);
}
const letterTo = (at: number) => page.getByRole("article", { name: `Mail to p${at}@${domain}` });
const rowOf = (at: number) => page.getByRole("option", { name: new RegExp(`Pat${at} `) });
const sealOf = (at: number) => rowOf(at).locator("polygon");
const takeBack = () => page.keyboard.press("ControlOrMeta+z");

/** Whose signature holds. */
async function signed(): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select split_part(c.name, ' ', 1) as name from signatures g join email_drafts d on d.id = g.draft_id join contacts c on c.id = d.contact_id
    where d.campaign_id = ${campaign} and g.voided_at is null order by c.email`;
  return rows.map(({ name }) => name);
}

/** Holds what the page asks of the server until it is let go: before the server hears of it, or its answer. */
async function hold(what: "question" | "answer") {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(/\/review/, async (route: Route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (what === "question") return held.then(() => route.continue());
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  return letGo;
}

test("a signature that is still under way is taken back by ⌘Z, and is void in the end", async () => {
  const letGo = await hold("answer");
  await page.keyboard.press("s");
  await expect(letterTo(1)).toBeVisible();
  await expect(rowOf(0).getByRole("img", { name: "Being signed" })).toBeVisible();
  await expect.poll(signed).toEqual(["Pat0"]);
  await takeBack();
  await expect(letterTo(0)).toBeVisible();
  await expect(rowOf(0).getByRole("img", { name: "Being taken back" })).toBeVisible();
  await expect(page.getByText("Being taken back…")).toBeVisible();
  letGo();
  await expect.poll(signed).toEqual([]);
  await expect(page.getByText("Signature void", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign( this version)? S/ })).toBeEnabled();
});

test("S S S ⌘Z ⌘Z takes back the last two, and once more the first", async () => {
  await openQueue();
  const letGo = await hold("question");
  for (const at of [0, 1, 2]) {
    await expect(letterTo(at)).toBeVisible();
    await page.keyboard.press("s");
  }
  await takeBack();
  await takeBack();
  await expect(letterTo(1)).toBeVisible();
  letGo();
  await expect(sealOf(0)).toBeVisible();
  await expect(page.getByText("Being taken back…")).toHaveCount(0);
  await expect
    .poll(async () => [await signed(), await page.getByRole("img", { name: "Being taken back" }).count()])
    .toEqual([["Pat0"], 0]);
  await takeBack();
  await expect.poll(signed).toEqual([]);
  await expect(letterTo(0)).toBeVisible();
});

test("what failed is nothing to take back, and that is said", async () => {
  await openQueue();
  const letGo = await hold("question");
  await page.keyboard.press("s");
  await takeBack();
  await expect(page.getByText("Being taken back…")).toBeVisible();
  await sql`update email_drafts d set edited_subject = 'Other words' from contacts c where c.id = d.contact_id and d.campaign_id = ${campaign} and c.email = ${`p0@${domain}`}`;
  letGo();
  await expect(page.getByText("Nothing was signed for Pat0")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "The mail changed while you looked at it" })).toBeVisible();
  expect(await signed()).toEqual([]);
});

test("a text that was kept comes back as it was", async () => {
  await openQueue();
  const subject = page.getByRole("heading", { name: "Other words" });
  await expect(subject).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Subject" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" of mine");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("heading", { name: "Other words of mine" })).toBeVisible();
  await expect(page.getByText("Text kept for Pat0")).toBeVisible();
  await takeBack();
  await expect(page.getByRole("heading", { name: "Other words", exact: true })).toBeVisible();
});

test("an order to sign all that is taken back at once is not said to be done", async () => {
  await openQueue();
  await signAll();
  await takeBack();
  await expect(page.getByText(/came back\./)).toBeVisible();
  await expect.poll(signed).toEqual([]);
  await expect(page.getByText(`${people} to go`).first()).toBeVisible();
  await expect(page.getByText(/^Signed \d+ (of|drafts)/)).toHaveCount(0);
});

test("of an order to sign all it says how many came back and how many had left, and the rows show which", async () => {
  await openQueue();
  await signAll();
  await expect(page.getByText(`${people} drafts signed, every one passed its checks`).first()).toBeVisible({ timeout: 30_000 });
  const other = await page.context().newPage();
  await other.goto(`/campaigns/${campaign}`);
  await other.getByRole("button", { name: /^Resume P?$|^Resume$/ }).click();
  await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
  await page.bringToFront();
  await takeBack();
  const said = page.getByText(/^\d+ came back\. \d+ had left\.$/);
  await expect(said).toBeVisible();
  const left = await signed();
  expect(left.length).toBeGreaterThanOrEqual(2);
  expect(await said.textContent()).toBe(`${people - left.length} came back. ${left.length} had left.`);
  await expect(page.getByText(`${people - left.length} to go`).first()).toBeVisible();
  for (let at = 0; at < people; at += 1) {
    const isLeft = left.includes(`Pat${at}`);
    // The list shows the three that were signed last.
    if (isLeft && left.length <= 3) await expect(sealOf(at)).toBeVisible();
    if (!isLeft) await expect(rowOf(at)).toBeVisible();
    if (!isLeft) await expect(sealOf(at)).toHaveCount(0);
  }
  await standIn.untilArrived();
  expect((await standIn.mailsTo(domain)).map((mail) => mail.recipient).sort()).toEqual(
    left.map((name) => `${name.replace("Pat", "p")}@${domain}`).sort(),
  );
});

async function signAll() {
  await page.keyboard.press("Shift+S");
  const dialog = page.getByRole("dialog", { name: `Sign ${people} drafts?` });
  await expect(dialog.getByRole("button", { name: /^Not yet/ })).toBeFocused();
  await page.keyboard.press("s");
  await expect(dialog).toBeHidden();
}
