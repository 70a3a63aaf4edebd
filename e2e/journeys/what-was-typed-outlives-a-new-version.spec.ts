import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { type as typeInto } from "../support/campaign";
import { signIn } from "../support/people";
import { test } from "../support/test";

const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
test.afterAll(() => sql.end());

/** Opens a template made for this test alone. @returns its id. */
async function openTemplate(page: Page): Promise<string> {
  await signIn(page, "Anna Keller");
  await page.goto("/templates");
  await page.getByRole("button", { name: "New template" }).click();
  await expect(page).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

/** Takes the place of the network for acts, until the returned function is called. */
async function breakActs(page: Page, how: "after" | "before"): Promise<() => Promise<void>> {
  const at = "**/templates/*";
  await page.route(at, async (route) => {
    if (!route.request().headers()["next-action"]) return route.continue();
    if (how === "after") await route.fetch();
    await route.abort("connectionreset");
  });
  return () => page.unroute(at);
}

/** Until the page has asked nothing of the server for a second. */
function untilQuiet(page: Page): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      page.off("request", again);
      done();
    };
    let timer = setTimeout(end, 1000);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(end, 1000);
    };
    page.on("request", again);
  });
}

const isOn = async (id: string) => (await sql`select is_active as on from email_templates where id = ${id}`)[0]?.on;
const offered = (page: Page) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("textbox", { name: "Name of the template" }) })
    .getByRole("switch");
// Its own mark lies over it.
const flip = (page: Page) => offered(page).dispatchEvent("click");
const bodyOf = async (id: string) => (await sql`select template_content as body from email_templates where id = ${id}`)[0]?.body;

test("an answer that is lost after the write says that it was done, one that is lost before it that it was not", async ({
  page,
}) => {
  const id = await openTemplate(page);
  // An empty one is not switched on.
  await typeInto(page, "Text", "Something to say");
  await expect.poll(() => bodyOf(id)).toContain("Something to say");
  const before = await isOn(id);

  const mend = await breakActs(page, "after");
  await flip(page);
  await expect(page.getByText("It was done.", { exact: true })).toBeVisible();
  expect(await isOn(id)).toBe(!before);
  await expect(offered(page)).toBeChecked({ checked: !before });
  await mend();

  // Nobody answers at all for a while: it is not known, and that is said until it is.
  await page.route("**/api/acts/*", (route) => route.abort("connectionreset"));
  const mendAgain = await breakActs(page, "before");
  await flip(page);
  await expect(page.getByText(/not known yet: looking/)).toBeVisible();
  await page.unroute("**/api/acts/*");
  await expect(page.getByText("It was not done: nothing was changed. Try again.")).toBeVisible();
  await mendAgain();
  expect(await isOn(id)).toBe(!before);

  await flip(page);
  await expect(offered(page)).toBeChecked({ checked: Boolean(before) });
  await expect(page.getByText(/It was/)).toHaveCount(0);
});

test("a session that ends while somebody types keeps the text, leads to sign-in, and the text is back and saved", async ({
  page,
}) => {
  const id = await openTemplate(page);
  await typeInto(page, "Text", "Typed before");
  await expect.poll(() => bodyOf(id)).toContain("Typed before");
  // A page that is read anew in that moment is led to sign-in before anything can be typed.
  await untilQuiet(page);
  // In silence, as a session runs out: a change that is told has the page read anew, and so led to sign-in at once.
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update sessions set ended_at = now() where ended_at is null and member_id in (select id from members where email = 'anna@contoso.com')`;
  });
  await typeInto(page, "Text", "Typed after the session had ended");
  const line = page.getByRole("alert").filter({ hasText: "Sign in; your text is kept." }).first();
  // A change that somebody makes has the page read anew: then it stands at sign-in at once, and the text is kept all the same.
  const button = page.getByRole("button", { name: "Sign in with Microsoft" });
  await expect(line.or(button)).toBeVisible();
  // The server answers: nothing says that it does not.
  await expect(page.getByText(/^No connection/)).toHaveCount(0);
  expect(await bodyOf(id)).not.toContain("Typed after");
  const lead = page.getByRole("main").getByRole("link", { name: "Sign in", exact: true });
  await expect(lead.or(button)).toBeVisible();
  if (await lead.isVisible()) await lead.click({ timeout: 5000 }).catch(() => expect(button).toBeVisible());
  await button.click();
  await page.getByRole("button", { name: /Anna Keller/ }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toContainText("Typed after the session had ended");
  await expect.poll(() => bodyOf(id)).toContain("Typed after the session had ended");
});

/** The stream tells another build than the page's, as after a deployment. */
async function tellNewer(page: Page) {
  await page.route("**/api/live*", (route) =>
    route.request().method() === "GET"
      ? route.fulfill({ contentType: "text/event-stream", body: 'event: beat\ndata: {"build":"another"}\n\n' })
      : route.continue(),
  );
  // The line is taken up anew, as it is when a server went away.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}
const newer = (page: Page) => page.getByRole("status").filter({ hasText: "A newer Countersign is here." });

test("a newer version is said, what was typed and could not be saved survives the reload, and is saved", async ({ page }) => {
  const id = await openTemplate(page);
  // The newer server knows none of this page's acts.
  await page.route("**/templates/*", (route) =>
    route.request().headers()["next-action"]
      ? route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" }, body: "Server action not found." })
      : route.continue(),
  );
  await typeInto(page, "Text", "Typed on the older page");
  await expect(newer(page)).toBeVisible();
  await expect(page.getByText(/is not saved yet/)).toBeVisible();
  // Nothing is taken away from under the caret.
  await page.waitForTimeout(2500);
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toContainText("Typed on the older page");
  expect(await bodyOf(id)).not.toContain("older page");
  await page.unroute("**/templates/*");
  await newer(page).getByRole("button", { name: "Reload" }).click();
  await expect(newer(page)).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Text", exact: true })).toContainText("Typed on the older page");
  await expect.poll(() => bodyOf(id)).toContain("Typed on the older page");
});

test("a page on which nothing was typed goes on to the newer version by itself, once", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await page.goto("/campaigns");
  await expect(page.getByRole("heading").first()).toBeVisible();
  const loaded = page.waitForEvent("load");
  await tellNewer(page);
  await loaded;
  // The server is still the same, as one of several may be: it is said, and the page is left alone.
  await expect(newer(page)).toBeVisible();
  let again = 0;
  page.on("load", () => {
    again += 1;
  });
  await page.waitForTimeout(5000);
  expect(again).toBe(0);
});

test("signing in says that it needs scripts where there are none", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  // What stands in a noscript counts as no text to getByText.
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("noscript p")).toContainText("Signing in needs scripts.");
  await context.close();
});
