import { expect, type Page } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const domain = `sly-${Date.now()}.example`;
const script = "<img src=x onerror=top.ran=1><script>top.ran=1</script>";
const cells = [`sly@${domain}`, script, "O'Sly & Co", `"><svg onload=top.ran=1>`, "javascript:top.ran=1"];
const file = `email,first_name,last_name,company,site\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\nplain@${domain.replace("sly", "plain")},Lena,Plain,Firm,site\n`;

test("what a contact's fields or answer hold is shown as text, in pages and in mail, and runs nowhere", async ({ page }) => {
  test.setTimeout(180_000);
  const looked: string[] = [];
  const quiet = async (where: string) => {
    // A picture that fails now: one that stood in the page before has failed by then, and run what it carries.
    await page.evaluate(
      () => new Promise((failed) => Object.assign(new Image(), { onerror: failed, src: `/nowhere-${Math.random()}.png` })),
    );
    expect(await page.evaluate(() => "ran" in window), where).toBe(false);
    looked.push(where);
  };
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "sly.csv", file, 2);
  await quiet("list");
  await startCampaign(page, `Sly ${script}`);
  await sendAlways(page, { dailyLimit: 10, spacingSeconds: 0 });
  await writeSteps(page, [
    { subject: "Hello {{ first_name }}", text: "Hi {{ first_name }} {{ last_name }} of {{ company }}, is it {{ site }}?" },
    { subject: "", text: "Once more, {{ first_name }}." },
  ]);
  await quiet("setup");
  await launch(page, 2);
  const campaign = new URL(page.url()).pathname;
  await page.goto(`/review?campaign=${campaign.split("/").at(-1)}`);
  await expect(page.getByRole("heading", { level: 2, name: /^Hello <img/ })).toBeVisible({ timeout: 60_000 });
  const letter = page.frameLocator("iframe[title^='Text of the mail']");
  await expect(letter.getByText("O'Sly & Co")).toBeVisible();
  await quiet("review");
  expect(await letter.locator("script, img, svg, a[href^='javascript']").count()).toBe(0);
  await untilAlive(page);
  await page.keyboard.press("s");
  await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 60_000 }).toBe(1);
  const [mail] = await standIn.mailsTo(domain);
  expect(mail?.body).toContain("&lt;img src=x onerror=top.ran=1&gt;");
  expect(mail?.body).not.toMatch(/<script|<svg|<img/);
  await page.goto(`${standIn.address}/?to=${encodeURIComponent(`sly@${domain}`)}`);
  await quiet("as the recipient reads it");
  await page.getByRole("textbox", { name: "Text of the answer" }).fill(`${script} Thursday.`);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await page.goto(`${campaign}/contacts?status=replied`);
  await expect(page.getByRole("row", { name: new RegExp(domain) })).toContainText("Replied", { timeout: 90_000 });
  await quiet("campaign");
  await page
    .getByRole("row", { name: new RegExp(domain) })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByText("Wrote back")).toBeVisible();
  await quiet("contact");
  for (const path of ["/", "/contacts", "/campaigns", campaign]) {
    await page.goto(path);
    await quiet(path);
  }
  expect(looked).toHaveLength(10);
});

test("a script that slipped into a page does not run: the answer names its own", async ({ page }) => {
  const slipped = "<script>window.ran = 1</script><img src='/nowhere.png' onerror='window.ran = 1'>";
  await page.route("**/sign-in", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</body>", `${slipped}</body>`) });
  });
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  });
  await page.goto("/sign-in");
  await page.evaluate(() => fetch("https://elsewhere.example/").catch(() => {}));
  const refused = () => page.evaluate(() => [...new Set((window as unknown as { refused: string[] }).refused)].sort());
  await expect.poll(refused).toEqual(["connect-src", "script-src-attr", "script-src-elem"]);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("strange addresses are answered calmly, to who is signed in and to a guest", async ({ page, request }) => {
  const none = "00000000-0000-4000-8000-000000000000";
  const pages = ["contacts", "contacts/lists", "contacts/import", "campaigns", "review", "templates", "settings/mailboxes"];
  const paths = [
    ...pages.flatMap((path) => ["x", "%00", none, "x".repeat(3000)].map((id) => `/${path}/${id}`)),
    ...["/contacts", "/campaigns", "/review", "/templates", "/", "/settings/members", `/u/${"0".repeat(64)}`].flatMap((path) =>
      ["%00", "a&q=b&page=1&page=2", `${"x".repeat(3000)}&page=-1`, "'%22%3C&page=1e99"].map(
        (value) => `${path}?q=${value}&sort=${value}`,
      ),
    ),
    ...[`/contacts?q=%25_%5C`, `/campaigns/new?list=%00`, "/review?campaign=x&draft=y", "/settings/mailboxes?notice=%00"],
    ...["/api/drafts/x", `/api/drafts/${none}`, "/api/mailboxes/callback?code=x&state=y", "/u/%00", "/u/x"],
  ];
  const answers = async (who: Page["request"]) => {
    const failed: string[] = [];
    for (const path of paths) {
      const response = await who.get(path, { maxRedirects: 0 });
      if (response.status() >= 500) failed.push(`${response.status()} ${path.slice(0, 80)}`);
    }
    return failed;
  };
  expect(await answers(request)).toEqual([]);
  await signIn(page, "Anna Keller");
  expect(await answers(page.request)).toEqual([]);
});

test("another site can neither send files, begin a consent, sign anybody out, nor lead elsewhere", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const headers = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
  const own = new URL(page.url()).origin;
  const upload = await page.request.post("/api/uploads?name=a.csv", { headers, data: "email\na@b.example\n" });
  expect(upload.status()).toBe(403);
  const connect = await page.request.get("/api/mailboxes/connect", { headers, maxRedirects: 0 });
  expect(connect.headers().location).toBe(`${own}/settings/mailboxes`);
  const out = await page.request.post("/sign-out", { headers, maxRedirects: 0 });
  expect(out.headers().location).toBe(`${own}/`);
  const consent = await page.request.get("/api/mailboxes/callback?code=stolen&state=guessed", { maxRedirects: 0 });
  expect(consent.headers().location).toBe(`${own}/settings/mailboxes?notice=expired`);
  await page.goto("/");
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  for (const elsewhere of [
    "//elsewhere.example",
    "https://elsewhere.example",
    "/\\elsewhere.example",
    "/%09/elsewhere.example",
  ]) {
    const led = await page.request.get(`/sign-in?return=${encodeURIComponent(elsewhere)}`, { maxRedirects: 0 });
    expect(new URL(led.headers().location ?? "/", own).origin, elsewhere).toBe(own);
  }
});
