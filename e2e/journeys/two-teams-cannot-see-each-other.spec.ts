import { expect } from "@playwright/test";
import { makeQueue } from "../support/draft-campaign";
import { signIn } from "../support/people";
import { test } from "../support/test";

test("two teams cannot see each other: what one opens is not found by the other", async ({ browser }) => {
  const anna = await (await browser.newContext()).newPage();
  await signIn(anna, "Anna Keller");
  const addresses: string[] = [];
  await anna.goto("/campaigns");
  await anna.getByRole("link", { name: "Supplier invoices" }).first().click();
  await expect(anna.getByRole("heading", { level: 1 })).toContainText("Supplier invoices");
  addresses.push(new URL(anna.url()).pathname, `${new URL(anna.url()).pathname}/contacts`);
  await anna.goto("/contacts");
  const contact = anna.locator("table a[href^='/contacts/']").first();
  const name = (await contact.textContent()) ?? "";
  addresses.push((await contact.getAttribute("href")) ?? "");
  await makeQueue(anna, { name: "Of one team", domain: `theirs-${Date.now()}.example`, people: 1, spacingSeconds: 1 });
  await expect(anna.getByRole("listbox", { name: "Drafts" }).getByRole("option").first()).toBeVisible();
  addresses.push(
    `/review/${await anna.getByRole("listbox", { name: "Drafts" }).getByRole("option").first().getAttribute("data-id")}`,
  );
  const draftApi = `/api/drafts/${addresses.at(-1)?.split("/").at(-1)}`;

  const fay = await (await browser.newContext()).newPage();
  await signIn(fay, "Fay Moreno");
  await expect(fay.getByRole("heading", { level: 1 })).toContainText("to your first campaign");
  for (const address of addresses) {
    const response = await fay.goto(address);
    expect([200, 404]).toContain(response?.status());
    await expect(fay.getByRole("heading", { level: 1 })).toContainText(/^There is no /);
  }
  expect((await fay.request.get(draftApi)).status()).toBe(404);
  await fay.goto("/contacts");
  await expect(fay.getByText(name)).toHaveCount(0);
  await fay.goto("/campaigns");
  await expect(fay.getByText("Supplier invoices")).toHaveCount(0);
});
