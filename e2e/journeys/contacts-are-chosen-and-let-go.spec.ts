import { expect } from "@playwright/test";
import { untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { test } from "../support/test";

test("on a phone a tap on a face chooses, and what can be done with those chosen lies above the tabs", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signIn(page, "Anna Keller");
  await page.goto("/contacts");
  await untilAlive(page);
  const faces = page.locator("td:has(input[type=checkbox]) + td");
  for (const at of [0, 2]) {
    const face = await faces.nth(at).boundingBox();
    // Its right edge, too: beside it the card opens the contact.
    if (face) await page.touchscreen.tap(face.x + face.width - 2, face.y + face.height / 2);
  }
  const bar = page.getByRole("toolbar", { name: "With those chosen" });
  await expect(bar.getByText("2 selected")).toBeVisible();
  await expect(page).toHaveURL(/\/contacts$/);
  await page.getByRole("link", { name: "Next", exact: true }).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  // It lies above all else: a click that something covers would fail.
  await bar.getByRole("button", { name: "Select nobody" }).click();
  await expect(bar).toHaveCount(0);
  await context.close();
});

test("Escape lets the chosen go, right after a box was ticked, and the report of a stop gives the focus back", async ({
  page,
}) => {
  await signIn(page, "Anna Keller");
  await page.goto("/contacts");
  await untilAlive(page);
  await page
    .getByRole("checkbox", { name: /^Choose / })
    .nth(1)
    .click();
  const chosen = page.getByText("1 selected");
  await expect(chosen).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);

  await page
    .getByRole("checkbox", { name: /^Choose / })
    .nth(1)
    .click();
  await page.getByRole("button", { name: /^Stop all/ }).click();
  const report = page.getByRole("dialog", { name: "All sending is stopped" });
  await expect(report).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(report).toHaveCount(0);
  await expect(chosen).toBeVisible();
  const resume = page.getByRole("button", { name: /^Resume all/ });
  await expect(resume).toBeFocused();
  await resume.click();
  await expect(page.getByRole("button", { name: /^Stop all/ })).toBeVisible();
});
