import { expect } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const domain = `leaving-${Date.now()}.example`;
const linkIn = (body: string) => new URL(/href="([^"]+\/u\/[0-9a-f]{64})"/.exec(body)?.[1] ?? "").pathname;

test("one unsubscribes by the button of their mail program, one by the page in German without a script, and neither gets anything more", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "leaving.csv", `first_name,email,company\nNora,nora@${domain},Firm 1\nMilan,milan@${domain},Firm 2\n`, 2);
  await startCampaign(page, "Leaving");
  await sendAlways(page, { dailyLimit: 10, spacingSeconds: 0 });
  await writeSteps(page, [
    { subject: "Invoices at {{ company }}", text: "Hi {{ first_name }}, who types in your invoices?" },
    { subject: "", text: "Hi {{ first_name }}, a short follow-up." },
  ]);
  await launch(page, 2);
  const campaign = new URL(page.url()).pathname;

  await test.step("both first mails are signed and leave, with both ways to unsubscribe", async () => {
    await expect(page.getByText("Needs a signature").first()).toBeVisible({ timeout: 60_000 });
    await page.goto(`/review?campaign=${campaign.split("/").at(-1)}`);
    await expect(page.getByRole("region", { name: "Drafts to sign" }).getByText("2 to go")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("heading", { level: 2, name: /^Invoices at / })).toBeVisible();
    await untilAlive(page);
    await page.keyboard.press("Shift+S");
    await expect(page.getByRole("dialog", { name: "Sign 2 drafts?" }).getByRole("button", { name: /^Not yet/ })).toBeFocused();
    await page.keyboard.press("s");
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 90_000 }).toBe(2);
  });
  const rowOf = async (name: string) => {
    await page.goto(`${campaign}/contacts`);
    return page.getByRole("row", { name: new RegExp(`${name}@${domain}`) });
  };
  const mailTo = async (name: string) => {
    const mail = (await standIn.mailsTo(domain)).find(({ recipient }) => recipient === `${name}@${domain}`);
    if (!mail) throw new Error("No mail arrived.");
    return mail;
  };

  await test.step("Nora presses the button of her mail program, and it is told where and how", async () => {
    await page.goto(`${standIn.address}/?to=${encodeURIComponent(`nora@${domain}`)}`);
    await expect(page.getByText(/mailto:anna@contoso\.com\?subject=unsubscribe%20[0-9a-f]{64}/)).toBeVisible();
    await page.getByRole("button", { name: "Unsubscribe by mail" }).click();
    await expect(page.getByText("The mail that unsubscribes is in the mailbox.")).toBeVisible();
    await look(page, "stand-in-unsubscribed", "light");
    await page.goto(campaign);
    await expect(page.getByText("Unsubscribed by the button of their mail program")).toBeVisible({ timeout: 90_000 });
    await expect(await rowOf("nora")).toContainText("Unsubscribed");
    await page.getByRole("link", { name: "Nora", exact: true }).click();
    await expect(page.getByText("by the button of their mail program, and gets no more mail")).toBeVisible();
    await expect(page.getByText("Wrote back")).toHaveCount(0);
  });

  await test.step("a link scanner opens Milan's link a hundred times over HTTP, and nothing changes", async () => {
    const link = new URL(linkIn((await mailTo("milan")).body), page.url()).href;
    const tails = ["", "?List-Unsubscribe=One-Click", "?from=page", "?_method=POST"];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => fetch(`${link}${tails[n % tails.length]}`, { method: n % 2 ? "HEAD" : "GET" })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect((await fetch(`${link}/stop`)).status).toBe(405);
    await expect(await rowOf("milan")).toContainText("Delay runs");
  });

  await test.step("Milan reads the page in German and presses its button, without a script", async () => {
    const link = linkIn((await mailTo("milan")).body);
    for (const scheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ locale: "de-AT", colorScheme: scheme });
      const reader = await context.newPage();
      await reader.goto(link);
      await reader.getByText("Warum habe ich das bekommen?").click();
      await look(reader, "unsubscribe-german", scheme);
      await context.close();
    }
    const context = await browser.newContext({ locale: "de-AT", javaScriptEnabled: false });
    const reader = await context.newPage();
    await reader.goto(link);
    await expect(reader.locator("html")).toHaveAttribute("lang", "de");
    await expect(reader).toHaveTitle("E-Mails abbestellen");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Keine E-Mails mehr von Contoso?");
    await expect(reader.getByText(`m…n@${domain}`)).toBeVisible();
    const why = reader.getByText(/unterschrieben und ging am \d+\. \p{L}+ \d{4} um \d{2}:\d{2}/u);
    await expect(why).toBeHidden();
    await reader.getByText("Warum habe ich das bekommen?").click();
    await expect(why).toBeVisible();
    await expect(reader.getByText(/von Anna Keller aus einer Datei hochgeladen\.$/)).toBeVisible();
    await expect(reader.getByText("leaving.csv")).toHaveCount(0);
    const began = Date.now();
    await reader.getByRole("button", { name: "Alle E-Mails abbestellen" }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Sie hören nichts mehr von Contoso");
    expect(Date.now() - began).toBeLessThan(5000);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  await test.step("both have ended, and nothing else left to either", async () => {
    for (const name of ["nora", "milan"]) await expect(await rowOf(name)).toContainText("Unsubscribed");
    await standIn.untilArrived();
    expect((await standIn.mailsTo(domain)).length).toBe(2);
  });
});
