import { expect, type Page } from "@playwright/test";
import { makeQueue } from "../support/draft-campaign";
import { signButton } from "../support/letter";
import { signIn } from "../support/people";
import { signalProgram } from "../support/programs";
import { test } from "../support/test";

const strip = (page: Page) => page.getByRole("alert").filter({ hasText: "No connection to Countersign since" });
const pulse = (page: Page) => page.getByRole("region", { name: "Sending", exact: true });

test("a lost connection is said with its moment, acts rest, and the page finds back by itself", async ({ page, context }) => {
  test.setTimeout(150_000);
  await signIn(page, "Anna Keller");
  await page.goto("/campaigns");
  await page.getByRole("main").getByRole("link", { name: "Supplier invoices" }).click();
  const pause = page.getByRole("button", { name: /^(Pause|Resume)/ });
  await expect(pause).toBeEnabled();

  await test.step("where the browser is cut off", async () => {
    await context.setOffline(true);
    await expect(strip(page)).toContainText(/since \d{1,2}:\d{2}:\d{2}/);
    await expect(strip(page)).toContainText(/next try in \d+ s|trying/);
    await expect(pulse(page)).toContainText("Stopping needs the connection");
    await expect(page.getByText(/^as of \d/)).toBeVisible();
    await expect(pause).toBeDisabled();
    await context.setOffline(false);
    await expect(strip(page)).toBeHidden({ timeout: 30_000 });
    await expect(pause).toBeEnabled();
  });

  await test.step("where Countersign itself went away", async () => {
    await signalProgram("app", "SIGKILL");
    await expect(strip(page)).toBeVisible({ timeout: 20_000 });
    await expect(strip(page)).toBeHidden({ timeout: 90_000 });
    await expect(page.getByText("live", { exact: true })).toBeVisible();
    await expect(pause).toBeEnabled();
  });

  await test.step("the line on top covers no foot of a desk", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await makeQueue(page, { name: "Cut off", domain: `cut-${Date.now()}.example`, people: 1, spacingSeconds: 1 });
    await expect(signButton(page)).toBeInViewport({ ratio: 1 });
    await context.setOffline(true);
    await expect(strip(page)).toBeVisible();
    await expect(signButton(page)).toBeInViewport({ ratio: 1 });
    await context.setOffline(false);
    await expect(strip(page)).toBeHidden({ timeout: 30_000 });
  });
});
