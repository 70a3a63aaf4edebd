import { expect, type Page } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { tellDns } from "../support/dns-stand-in";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { timePasses } from "../support/time-passes";
import { peopleAt, startCampaign, upload } from "../support/upload";

const own = "contoso.com";
const domain = `proof-${Date.now()}.example`;
const time = timePasses("anna@contoso.com");
const left = () => standIn.mailsTo(domain).then((mails) => mails.length);
test.afterAll(async () => {
  await tellDns(own, "dmarc", "sound");
  await time.end();
});

async function checkAgain(page: Page) {
  await page.goto("/settings/rules");
  await untilAlive(page);
  // Whoever looked a moment ago is asked to wait.
  await time.untilCheckable(own);
  await card(page).getByRole("button", { name: "Check again" }).click();
}
const card = (page: Page) => page.getByRole("article", { name: own });

test("a domain that fails its DMARC is explained and holds first mails, and mended it lets them go", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");

  await test.step("connected, its domain is looked up at once", async () => {
    await page.goto("/settings/rules");
    await expect(card(page)).toContainText("contoso.com proves its mail");
    await look(page, "domains-sound", "light");
  });

  await test.step("it fails: what is wrong, from when mail waits and the record to copy", async () => {
    await tellDns(own, "dmarc", "missing");
    await checkAgain(page);
    await expect(card(page)).toContainText(/contoso\.com fails DMARC since today .*: first mails wait from/);
    await expect(card(page)).toContainText("There is no DMARC record.");
    await expect(card(page)).toContainText("_dmarc.contoso.com");
    await expect(card(page).getByRole("button", { name: "Copy for the admin" })).toBeVisible();
    await page.goto("/settings/mailboxes");
    await expect(page.getByText(/contoso\.com fails DMARC since/).first()).toBeVisible();
  });

  await upload(page, "proof.csv", peopleAt(domain, 3), 3);
  await startCampaign(page, "Proof");
  await sendAlways(page, { dailyLimit: 100, spacingSeconds: 1 });
  await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }]);
  await page.getByRole("button", { name: "Sign the templates once instead" }).click();
  await expect(page.getByText("Launching signs the templates")).toBeVisible();
  await time.untilUnproven(own);
  await launch(page, 3);

  await test.step("after three days first mails wait, and say why", async () => {
    const reasons = page.getByRole("region", { name: /wait/i });
    await expect(reasons).toContainText("Domain not proven", { timeout: 90_000 });
    expect(await left()).toBe(0);
    await page.goto("/settings/rules");
    await expect(card(page)).toContainText(/: first mails wait/);
    await card(page).scrollIntoViewIfNeeded();
    await look(page, "domains-failing", "light");
  });

  await test.step("mended, they leave without anybody’s act", async () => {
    await tellDns(own, "dmarc", "sound");
    await checkAgain(page);
    await expect(card(page)).toContainText("contoso.com proves its mail");
    await expect.poll(left, { timeout: 60_000 }).toBe(3);
  });
});
