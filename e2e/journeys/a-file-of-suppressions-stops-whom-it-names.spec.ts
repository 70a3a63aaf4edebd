import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { signIn } from "../support/people";
import { test } from "../support/test";
import { peopleAt, upload } from "../support/upload";

async function choose(page: Page, name: string, text: string) {
  await page.goto("/contacts/suppressed/file");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("a list is shown before it stops anybody, its column can be changed, it is taken over while the page looks on, and goes out again", async ({
  page,
}) => {
  await signIn(page, "Anna Keller");
  await upload(page, "stops.csv", peopleAt("stops.example", 3), 3);

  await choose(page, "empty.csv", "email,reason\n");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("no lines with anything in them");

  await choose(page, "web.csv", "Web,Mail\nwww.acme-stops.example,p0@stops.example\nwww.rival-stops.example,nobody\n");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 new entry");
  await expect(page.getByRole("row", { name: /3 nobody .*no address and no domain/ })).toBeVisible();
  await page.getByRole("combobox", { name: "The entries stand in" }).click();
  await page.getByRole("option", { name: "Web" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 new entries");
  await page.getByRole("button", { name: "Leave it" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();

  await choose(
    page,
    "no.csv",
    "E-Mail-Adresse;Grund\r\np0@stops.example;abgemeldet\r\np1@stops.example;\r\n*@*.acme-stops.example;\r\n",
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 new entries");
  await expect(page.getByRole("region", { name: "Whom it will stop" })).toContainText("Pat0 Person0");
  await page.getByRole("button", { name: "Suppress 3 entries" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 entries of this file in the list", { timeout: 30_000 });
  await expect(page.getByText("2 contacts get no mail because of it.")).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "/contacts/suppressed/export";
      link.download = "";
      link.click();
    }),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Suppressed, Contoso, \d{4}-\d\d-\d\d\.csv$/);
  const list = readFileSync(await download.path(), "utf8");
  expect(list).toContain("p0@stops.example,address,unsubscribed,");
  expect(list).toContain("*@*.acme-stops.example,wildcard,by hand,");

  await choose(page, "again.csv", list);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every entry of this file stands in the list already");
  await expect(page.getByRole("button", { name: /^Suppress/ })).toHaveCount(0);
});
