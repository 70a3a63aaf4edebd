import { expect, type Page } from "@playwright/test";
import { writeBack } from "../support/answers";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

const domain = `worked-${Date.now()}.example`;
const names = ["Ruth", "Saul", "Tess", "Ugo", "Vito"];

test("answers are walked, assigned, snoozed, settled and taken back by keys, and Back leads back", async ({ page, browser }) => {
  test.setTimeout(240_000);
  const threads = await writeBack(
    domain,
    names.map((first) => ({ first, text: `These are the words of ${first}.` })),
  );
  const idOf = (first: string) => threads.find((one) => one.first === first)?.threadId ?? "";
  await signIn(page, "Anna Keller");
  await page.goto("/replies");

  await test.step("unread ones stand on top, the newest first, and the first one is open", async () => {
    await expect(row(page, "Ruth")).toHaveAttribute("aria-selected", "true");
    await expect(subject(page, "Ruth")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/replies/${idOf("Ruth")}$`));
    await expect(row(page, "Ruth").getByLabel("Not read yet")).toHaveCount(0);
    await expect(row(page, "Saul").getByLabel("Not read yet")).toBeVisible();
    // Now that it is read another unread one would be on top: what stands open stays open.
    await page.waitForTimeout(2000);
    await expect(row(page, "Ruth")).toHaveAttribute("aria-selected", "true");
  });

  await test.step("J and K walk, the next one stands there at once, and the address follows", async () => {
    await untilAlive(page);
    await page.keyboard.press("j");
    await expect(subject(page, "Saul")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/replies/${idOf("Saul")}$`));
    // It was read ahead: between the key and its words lies no request.
    const took = await page.evaluate(
      (words) =>
        new Promise<number>((done) => {
          const began = performance.now();
          const seen = () => [...document.querySelectorAll("main h2")].some((one) => one.textContent?.includes(words));
          const look = () => (seen() ? done(performance.now() - began) : requestAnimationFrame(look));
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
          look();
        }),
      "About Tess",
    );
    expect(took).toBeLessThan(process.env.PROVE === "1" ? 100 : 400);
    await page.keyboard.press("k");
    await expect(subject(page, "Saul")).toBeVisible();
    await expect(row(page, "Saul")).toHaveAttribute("aria-selected", "true");
    await row(page, "Saul").focus();
    await expect(row(page, "Saul")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(row(page, "Ruth")).toBeFocused();
    await expect(subject(page, "Ruth")).toBeVisible();
  });

  await test.step("A assigns to whose name begins so, and says whose it is", async () => {
    await page.keyboard.press("a");
    await expect(page.getByRole("combobox", { name: "Assign to" })).toBeFocused();
    await page.keyboard.type("or");
    await expect(page.getByRole("option", { name: "Ben Ortiz", exact: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByText("The thread with Ruth Probe is Ben Ortiz’s.")).toBeVisible();
    await expect(row(page, "Ruth").getByText("of Ben Ortiz")).toBeAttached();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(row(page, "Ruth").getByText("of Ben Ortiz")).toHaveCount(0);
  });

  await test.step("Z snoozes until a time said in words, and the next one is open", async () => {
    await page.keyboard.press("z");
    const times = page.getByRole("listbox", { name: "Snooze until" });
    await expect(times.getByRole("option", { name: /^In 1 hour/ })).toBeVisible();
    await expect(times.getByRole("option", { name: /^In a week [A-Z][a-z]{2} \d/ })).toBeVisible();
    await page.keyboard.press("i");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Ruth Probe comes back/)).toBeVisible();
    await expect(row(page, "Ruth")).toHaveCount(0);
    await expect(subject(page, "Saul")).toBeVisible();
  });

  await test.step("E settles and moves on; ⌘Z goes back, also more than once", async () => {
    await page.keyboard.press("e");
    await expect(page.getByText("Done with Saul Probe.")).toBeVisible();
    await expect(subject(page, "Tess")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(subject(page, "Saul")).toBeVisible();
    await expect(row(page, "Saul")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(subject(page, "Ruth")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Done/ })).toBeVisible();
  });

  await test.step("what a colleague did meanwhile is said, and nothing is changed", async () => {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, "Ben Ortiz");
    await other.goto(`/replies/${idOf("Tess")}`);
    await expect(subject(other, "Tess")).toBeVisible();
    await page.goto(`/replies/${idOf("Tess")}`);
    await expect(subject(page, "Tess")).toBeVisible();
    // This page is not read anew before it has acted on what it shows.
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route("**/replies/**", async (route) => {
      if (route.request().method() === "GET") await held;
      await route.continue();
    });
    await untilAlive(other);
    await other.keyboard.press("e");
    await expect(other.getByText("Done with Tess Probe.")).toBeVisible();
    await untilAlive(page);
    await page.keyboard.press("e");
    await expect(page.getByText("Ben Ortiz set this done meanwhile.", { exact: false })).toBeVisible();
    letGo();
    await page.unrouteAll({ behavior: "wait" });
    await expect(page.getByRole("button", { name: /^Open again/ })).toBeVisible();
    await other.context().close();
  });

  await test.step("filters stand in the address, and Back leads from one to the one before", async () => {
    await page.goto("/replies");
    await page.getByRole("link", { name: /^Done/ }).click();
    await expect(page).toHaveURL(/show=done/);
    await expect(row(page, "Tess")).toBeVisible();
    await row(page, "Tess").click();
    await expect(page).toHaveURL(new RegExp(`/replies/${idOf("Tess")}\\?show=done$`));
    await untilAlive(page);
    await page.keyboard.press("e");
    await expect(page.getByText("Tess Probe is to do again.")).toBeVisible();
    await page.goto("/replies");
    await row(page, "Ugo").click();
    await expect(subject(page, "Ugo")).toBeVisible();
    await row(page, "Vito").click();
    await expect(subject(page, "Vito")).toBeVisible();
    await page.goBack();
    await expect(subject(page, "Ugo")).toBeVisible();
    await expect(row(page, "Ugo")).toHaveAttribute("aria-selected", "true");
  });

  await test.step("what came meanwhile moves nothing under the pointer, and is said", async () => {
    await page.goto("/replies");
    await row(page, "Ugo").hover();
    const before = await row(page, "Ugo").boundingBox();
    await writeBack(`late-${domain}`, [{ first: "Wanda", text: "I come late." }]);
    await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
    await expect(row(page, "Wanda")).toHaveCount(0);
    expect((await row(page, "Ugo").boundingBox())?.x).toBe(before?.x);
    await page.getByRole("button", { name: "1 new" }).click();
    await expect(row(page, "Wanda")).toBeVisible();
  });

  await test.step("on a phone the list gives way to the thread, its acts open from below, and Back leads to the list", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/replies");
    await expect(subject(page, "Wanda")).toBeHidden();
    await row(page, "Wanda").click();
    await expect(subject(page, "Wanda")).toBeVisible();
    await expect(row(page, "Wanda")).toBeHidden();
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Snooze" }).click();
    const sheet = page.getByRole("dialog", { name: "Snooze until" });
    await expect(sheet.getByRole("option", { name: /^Choose a day/ })).toBeVisible();
    await untilAlive(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Back to the list" }).click();
    await expect(row(page, "Wanda")).toBeVisible();
    await expect(page).toHaveURL(/\/replies$/);
  });
});

const row = (page: Page, first: string) =>
  page.getByRole("listbox", { name: "Threads" }).getByRole("option", { name: `${first} Probe` });
const subject = (page: Page, first: string) => page.getByRole("heading", { name: `About ${first}` }).first();
