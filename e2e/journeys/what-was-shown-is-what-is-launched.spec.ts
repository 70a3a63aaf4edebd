import { expect } from "@playwright/test";
import { writeSteps } from "../support/campaign";
import { untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { test } from "../support/test";
import { peopleAt, startCampaign, upload } from "../support/upload";

test("what somebody else changed while the launch was looked at is not launched before it was seen", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "shown.csv", peopleAt(`shown-${Date.now()}.example`, 3), 3);
  await startCampaign(page, "As shown");
  await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Words of Anna." }]);
  const launching = page.getByRole("dialog", { name: "Launch" });
  const button = launching.getByRole("button", { name: "Launch for 3 people" });

  await test.step("Anna looks at what would happen", async () => {
    await page.getByRole("button", { name: "Check and launch" }).click();
    await expect(button).toBeEnabled();
  });

  await test.step("Ben writes other words; Anna's dialog stays as it is while the page behind it follows", async () => {
    const ben = await (await browser.newContext()).newPage();
    await signIn(ben, "Ben Ortiz");
    await ben.goto(new URL(page.url()).pathname);
    const text = ben.getByRole("textbox", { name: "Text", exact: true });
    await text.click();
    await untilAlive(ben);
    await ben.keyboard.press("ControlOrMeta+a");
    await ben.keyboard.insertText("Words of Ben.");
    await expect(ben.getByText("Saving", { exact: true })).toBeVisible();
    await expect(ben.getByText(/^Saved/).first()).toBeVisible();
    // A text alone wakes no other page; a name does, and changes nothing that leaves.
    await ben.getByRole("textbox", { name: "Name of the campaign" }).fill("As Ben calls it");
    await expect(page.getByText("Words of Ben.").first()).toBeAttached({ timeout: 30_000 });
    await expect(button).toBeEnabled();
    await ben.context().close();
  });

  await test.step("pressed, nothing is launched, and she reads who changed what", async () => {
    await button.click();
    await expect(launching.getByRole("alert")).toHaveText(
      "Nothing was launched. Ben Ortiz changed the text of step 1, Introduction. Look again before you launch.",
    );
    await expect(page.getByText("Draft", { exact: true })).toBeAttached();
  });

  await test.step("pressed again, it is launched", async () => {
    await button.click();
    await expect(page.getByRole("button", { name: /^Pause/ })).toBeVisible();
  });
});
