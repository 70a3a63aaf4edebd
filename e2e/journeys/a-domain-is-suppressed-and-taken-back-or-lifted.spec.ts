import { expect } from "@playwright/test";
import { signIn } from "../support/people";
import { test } from "../support/test";

test("a domain stops everybody there, as foreseen; taken back at once, or lifted by an administrator, and a member is told who can", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const ben = await (await browser.newContext()).newPage();
  await signIn(ben, "Ben");
  await ben.goto("/contacts");
  const somebody = ben.getByRole("table").getByRole("row").nth(4);
  const contact = (await somebody.getByRole("link").first().getAttribute("href")) ?? "";
  const domain = ((await somebody.getByText("@").first().textContent()) ?? "").split("@")[1] ?? "";

  await ben.goto("/contacts/suppressed");
  await expect(ben.getByText("Only an administrator can lift an entry, with a reason.")).toBeVisible();
  const field = ben.getByRole("textbox", { name: "Add an address, a domain or a wildcard" });
  await field.fill("*.com");
  await expect(ben.getByText("This would stop everybody whose address ends in .com.")).toBeVisible();
  await expect(ben.getByRole("button", { name: "Suppress" })).toBeDisabled();
  await field.fill("gmail.com");
  await expect(ben.getByText("This stops everybody at gmail.com")).toBeVisible();

  await field.fill(`@${domain.toUpperCase()}`);
  await expect(ben.getByText(new RegExp(`${domain} stops \\d+ contacts?\\.`))).toBeVisible();
  await ben.getByRole("textbox", { name: "Note, if you like" }).fill("asked by phone");
  await ben.getByRole("button", { name: /^Suppress \d+ (person|people)$/ }).click();
  await expect(ben.getByText(/^Suppressed, \d+ (person|people) stopped\.$/)).toBeVisible();
  const row = ben.getByRole("row", { name: new RegExp(`^${domain} `) });
  await expect(row).toContainText("asked by phone");
  await ben.getByRole("button", { name: "Take back" }).click();
  await expect(ben.getByText(`${domain} is taken back.`)).toBeVisible();
  await expect(row).toHaveCount(0);

  await field.fill(domain);
  await ben.getByRole("button", { name: /^Suppress \d+ (person|people)$/ }).click();
  await expect(row).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(0);
  await ben.goto(contact);
  await expect(ben.getByText("Gets no mail from your team")).toBeVisible();
  await expect(ben.getByText("Only an administrator of your team can lift it, with a reason.")).toBeVisible();
  await ben.getByRole("main").getByRole("link", { name: domain, exact: true }).click();
  await expect(row).toBeVisible();

  const anna = await (await browser.newContext()).newPage();
  await signIn(anna, "Anna Keller");
  await anna.goto(contact);
  await anna.getByRole("button", { name: "Lift the suppression" }).click();
  await expect(anna.getByRole("dialog")).toContainText(`is stopped by the domain ${domain}`);
  await anna.getByRole("button", { name: "Leave it" }).click();
  await anna.goto(`/contacts/suppressed?q=${domain}`);
  await anna.getByRole("button", { name: `Lift ${domain}` }).click();
  await anna.getByRole("textbox", { name: "Why" }).fill("their new owner agreed");
  await anna.getByRole("dialog").getByRole("button", { name: "Lift it" }).click();
  await expect(anna.getByText(`Nothing in the list begins with “${domain}” or stops it.`)).toBeVisible();
  await anna.goto(contact);
  await expect(anna.getByText("Gets no mail from your team")).toHaveCount(0);
});
