import { expect, type Page } from "@playwright/test";

/** Signs in through Microsoft's page as the person of that name. */
export async function signIn(page: Page, name: string) {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in with Microsoft" }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
}

/** Lets the product send from the person's own mailbox: the second, separate consent. Safe when it is connected already. */
export async function connectMailbox(page: Page, name: string) {
  await page.goto("/settings/mailboxes");
  const connect = page.getByRole("link", { name: "Reconnect" }).or(page.getByRole("button", { name: "Reconnect" }));
  if ((await connect.count()) === 0) return;
  await connect.first().click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
  // Microsoft asks once; whoever allowed it before is only asked who they are.
  const allow = page.getByRole("button", { name: "Allow" });
  const connected = page.getByText("Connected").first();
  await expect(allow.or(connected)).toBeVisible();
  if (await allow.isVisible()) await allow.click();
  await expect(connected).toBeVisible();
}

/** Connects the mailbox of somebody else, as an administrator may who can sign in to it. Safe when it is connected already. */
export async function connectAnother(page: Page, name: string, address: string) {
  await page.goto("/settings/mailboxes");
  const known = page.getByRole("main").getByRole("link", { name: address });
  if ((await known.count()) > 0) return;
  await page.getByRole("link", { name: "Connect a mailbox" }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
  const allow = page.getByRole("button", { name: "Allow" });
  await expect(allow.or(known)).toBeVisible();
  if (await allow.isVisible()) await allow.click();
  await expect(known).toBeVisible();
}
