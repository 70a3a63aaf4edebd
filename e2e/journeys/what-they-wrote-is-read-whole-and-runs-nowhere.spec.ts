import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { hostile } from "../../lib/received/corpus/hostile";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { look, untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { startCampaign, upload } from "../support/upload";

const domain = `letters-${Date.now()}.example`;
const writer = `simona@${domain}`;
const anna = "anna@contoso.com";
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });

test.describe.configure({ mode: "serial" });
test.afterAll(() => sql.end({ timeout: 2 }));

const words = `<div dir="ltr"><p>Hello Anna,</p><p>Thursday at two works, please send the invite to my office address and copy my colleague who keeps the books. How many invoices do you need from us beforehand?</p>
<p>Sign in here: <a href="https://evil.example/login">www.contoso.com</a></p><p>Simona</p>
<img src="https://evil.example/logo.png" alt="Morasca" width="120" height="40"><img src="https://evil.example/banner.png" alt="Autumn fair"><img src="https://evil.example/open.gif?id=7" width="1" height="1"></div>
<div class="gmail_quote"><div class="gmail_attr">On Mon, 16 Nov 2026 at 10:12, Anna &lt;${anna}&gt; wrote:<br></div><blockquote class="gmail_quote"><p>Hi Simona, what we wrote before.</p></blockquote></div>`;

/** Whoever is asked although nobody asked for it; the browser itself is kept from leaving. */
async function listenTo(page: Page) {
  const asked: { address: string; type: string }[] = [];
  const trouble: string[] = [];
  await page.context().route(/evil\.example/, (route) => {
    asked.push({ address: route.request().url(), type: route.request().resourceType() });
    return route.fulfill({ status: 200, contentType: "image/gif", body: Buffer.from("R0lGODlhAQABAAAAACw=", "base64") });
  });
  // Not of the context: axe opens a page of its own in it.
  page.on("popup", (one) => trouble.push(`opened ${one.url()}`));
  page.on("dialog", (dialog) => {
    trouble.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { asked, trouble };
}

async function threadOf(): Promise<string> {
  const found = () => sql`select t.id from reply_threads t join contacts p on p.id = t.contact_id where p.email = ${writer}`;
  await expect.poll(async () => (await found()).length, { timeout: 90_000 }).toBe(1);
  return String((await found())[0]?.id);
}

test("a thread shows what they wrote whole, what it stopped and how fast, and our mail with its seal", async ({ page }) => {
  test.setTimeout(240_000);
  const { asked, trouble } = await listenTo(page);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(
    page,
    "letters.csv",
    `email,first_name,last_name,company,address,city,state,phone\n${writer},Simona,Morasca,"Chapman, Ross E Esq",3 Mauley Dr,Ashland,OH,419-503-2484\n`,
    1,
  );
  await startCampaign(page, "Letters");
  await sendAlways(page, { dailyLimit: 10, spacingSeconds: 0 });
  await writeSteps(page, [
    {
      subject: "Invoices at Chapman",
      text: "Hi Simona, many tell us they lose hours a week to supplier invoices that somebody types in by hand.",
    },
    { subject: "", text: "Once more, Simona." },
  ]);
  await launch(page, 1);
  await page.goto(`/review?campaign=${new URL(page.url()).pathname.split("/").at(-1)}`);
  await expect(page.getByRole("heading", { level: 2, name: "Invoices at Chapman" })).toBeVisible({ timeout: 60_000 });
  await untilAlive(page);
  await page.keyboard.press("s");
  await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 60_000 }).toBe(1);
  const [mail] = await standIn.mailsTo(domain);
  await standIn.put({
    mailbox: anna,
    subject: "Re: Invoices at Chapman",
    inReplyTo: (mail as unknown as { message_id: string }).message_id,
    from: { emailAddress: { address: writer, name: "Simona Morasca" } },
    body: { contentType: "html", content: words },
  });
  const thread = await threadOf();
  await page.goto(`/replies/${thread}`);
  await untilAlive(page);
  const letters = page.getByRole("region", { name: "Letters" });
  const frame = letters.frameLocator("iframe[title='What they wrote']");
  await expect(frame.getByText("Thursday at two works")).toBeVisible();
  await expect(frame.getByText("(leads to evil.example)")).toBeVisible();
  await expect(frame.getByText("what we wrote before")).toHaveCount(0);
  await expect(letters.getByText(/Stopped .* after it arrived\.|Stopped as it arrived\./)).toBeVisible();
  await expect(letters.getByText(/No follow-up goes to Simona/)).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Contact" })).toContainText("419-503-2484");
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await look(page, "thread", scheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await letters.getByRole("button", { name: "Show what it quotes" }).click();
  await expect(frame.getByText("what we wrote before")).toBeVisible();
  expect(asked, "nothing is loaded before it is asked for").toEqual([]);

  await letters.getByRole("button", { name: "Show them" }).click();
  await expect.poll(() => asked.map(({ address }) => new URL(address).pathname).sort()).toEqual(["/banner.png", "/logo.png"]);
  expect(asked.every(({ type }) => type === "image")).toBe(true);
  await expect(frame.getByText("what we wrote before")).toBeVisible();
  await page.screenshot({ path: "test-results/pages/thread-images-desktop-light.png" });
  await letters.getByRole("button", { name: "Turn them off" }).click();

  await letters.getByRole("button", { name: /as signed by Anna/ }).click();
  await expect(letters.getByText("Left as signed")).toBeVisible();
  await page.screenshot({ path: "test-results/pages/thread-opened-desktop-light.png", fullPage: true });
  expect(trouble).toEqual([]);
});

test("nothing that others write runs, loads unasked, opens or leads away, in the thread and as a document of its own", async ({
  page,
}) => {
  test.setTimeout(900_000);
  await signIn(page, "Anna Keller");
  const thread = await threadOf();
  const ids: string[] = [];
  for (const [index, [name, html]] of hostile.entries()) {
    const graphId = await standIn.put({
      mailbox: anna,
      folder: "archive",
      subject: name,
      from: { emailAddress: { address: `x${index}@nobody-${domain}`, name: "X" } },
      // The stand-in keeps its mail where no NUL may stand.
      body: { contentType: "html", content: `<p>begins ${index}</p>${html}`.replaceAll("\0", "") },
    });
    const [row] =
      await sql`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, graph_id, kind, contact_id, from_email, subject, snippet, received_at)
      select team_id, sender_account_id, ${`<hostile-${index}@${domain}>`}, ${graphId}, 'reply', contact_id, ${writer}, ${name}, ${`begins ${index}`}, now() - make_interval(hours => 1, mins => ${index})
      from reply_threads where id = ${thread} returning id`;
    ids.push(String(row?.id));
  }
  // The page that signing in led to writes its address once more when it comes alive.
  await page.goto("about:blank");
  const { asked, trouble } = await listenTo(page);
  const left: string[] = [];
  page.on("framenavigated", (frame) => {
    const { protocol, pathname } = new URL(frame.url() || "about:blank");
    if (protocol !== "about:" && !/^\/(replies|api\/messages)\//.test(pathname)) left.push(frame.url());
  });
  const quiet = async (where: string) => {
    expect(await page.evaluate(() => "ran" in window), where).toBe(false);
    expect({ asked, trouble, left }, where).toEqual({ asked: [], trouble: [], left: [] });
  };
  for (const [index, id] of ids.entries()) {
    const answer = await page.goto(`/api/messages/${id}/letter?quote=1`);
    expect(answer?.status(), hostile[index]?.[0]).toBe(200);
    expect(answer?.headers()).toMatchObject({
      "content-security-policy": expect.stringMatching(
        /^sandbox allow-popups .*default-src 'none'.*img-src data:;.*frame-ancestors 'self'/,
      ),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "no-store",
    });
    await expect(page.getByText(`begins ${index}`, { exact: true })).toBeVisible();
    await quiet(hostile[index]?.[0] ?? "");
  }
  await page.goto(`/replies/${thread}`);
  await untilAlive(page);
  const letters = page.getByRole("region", { name: "Letters" });
  for (;;) {
    const folded = letters.getByRole("button", { name: /begins \d+/, expanded: false });
    while ((await folded.count()) > 0) await folded.last().click();
    const more = letters.getByRole("button", { name: "Show earlier" });
    if ((await more.count()) === 0) break;
    await more.click();
    await expect(folded.first()).toBeVisible();
  }
  await expect(letters.locator("iframe[title='What they wrote']")).toHaveCount(ids.length + 1, { timeout: 120_000 });
  await quiet("the thread");

  for (const id of ids) await page.goto(`/api/messages/${id}/letter?images=1&quote=1`);
  expect({ trouble, left }).toEqual({ trouble: [], left: [] });
  expect(asked.filter(({ type }) => type !== "image")).toEqual([]);
  expect(asked.map(({ address }) => address).filter((address) => /open|secret|steal|ping|cover|bg|frame/.test(address))).toEqual(
    [],
  );
});

test("a letter is its team's alone, and says why it cannot be read", async ({ page, request }) => {
  const thread = await threadOf();
  const [row] = await sql`select last_message_id as id from reply_threads where id = ${thread}`;
  for (const address of [`/api/messages/${row?.id}`, `/api/messages/${row?.id}/letter`]) {
    expect((await request.get(address)).status()).toBe(401);
  }
  await signIn(page, "Anna Keller");
  expect((await page.request.get("/api/messages/00000000-0000-4000-8000-000000000000/letter")).status()).toBe(404);
  expect((await page.request.get("/api/messages/x/letter")).status()).toBe(404);
});
