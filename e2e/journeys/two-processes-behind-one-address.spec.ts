import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "../../local/start/free-port";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { openFront, type Upstream } from "../support/front";
import { writeLetter } from "../support/letter";
import { connectMailbox, signIn } from "../support/people";
import { signalProgram, startApp, stopApp } from "../support/programs";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { peopleAt, startCampaign, upload } from "../support/upload";

/** The product's own process rests meanwhile: a proxy stands at its address, and further processes behind it. */
const address = Number(new URL(process.env.E2E_URL ?? "http://localhost:3000").port);
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 2, onnotice: () => {} });
/** A send that is held must outlast what a process that stops waits for. */
const more = { TRUSTED_PROXIES: "1", SEND_TIMEOUT: "40" };
type Name = `app-${number}`;
const upstreams: (Upstream & { name: Name })[] = [];
let front: Awaited<ReturnType<typeof openFront>>;

async function addProcess(name: Name) {
  const port = await freePort(address + 6000 + upstreams.length);
  await startApp(name, port, more);
  upstreams.push({ name, port });
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await stopApp("app");
  front = await openFront(address, upstreams);
  for (const name of ["app-1", "app-2"] as const) await addProcess(name);
});
test.afterAll(async () => {
  await standIn.release();
  for (const { name } of upstreams) await stopApp(name);
  await front?.close();
  await startApp("app", address);
  await sql.end({ timeout: 2 });
});

const answered = (part: string) => new Set(front.passed.filter(({ path }) => path.includes(part)).map(({ by }) => by));

/** Opens a page whose stream of changes comes from this process. */
async function openAt(page: Page, name: Name, path: string) {
  front.leadTo(name);
  const stream = page.waitForResponse((answer) => answer.url().includes("/api/live?") && answer.request().method() === "GET");
  await page.goto(path);
  expect((await stream).headers()["x-answered-by"]).toBe(name);
}

/** Makes a template through this process. @returns its id. */
async function makeTemplate(page: Page, name: Name): Promise<string> {
  await openAt(page, name, "/templates");
  await page.getByRole("button", { name: "New template" }).click();
  await expect(page).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Kills a process; until its successor answers. */
async function killAndReplace(name: Name) {
  await signalProgram(name, "SIGKILL");
  const port = upstreams.find((one) => one.name === name)?.port;
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/sign-in`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 30_000, intervals: [200] }).toBe(true);
}

test("two processes and a third serve one product, each is killed in turn, and every mail arrives once", async ({
  page,
  browser,
}) => {
  const domain = `two-${Date.now()}.example`;
  const people = 12;
  await test.step("sign-in and its way back go through both", async () => {
    await signIn(page, "Anna Keller");
    expect([...answered("/")].sort()).toEqual(["app-1", "app-2"]);
  });
  await test.step("what is changed through one shows on a page that the other serves", async () => {
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    const other = await context.newPage();
    await openAt(other, "app-2", "/templates");
    await expect(other.getByRole("main")).toBeVisible();
    const links = other.locator('a[href^="/templates/"]');
    const before = await links.count();
    const id = await makeTemplate(page, "app-1");
    await expect(other.locator(`a[href="/templates/${id}"]`)).toBeVisible();
    expect(await links.count()).toBe(before + 1);
    await context.close();
    front.leadTo(null);
  });
  await connectMailbox(page, "Anna Keller");
  await test.step("an import", () => upload(page, "two.csv", peopleAt(domain, people), people));
  await test.step("sends, while each process is killed and replaced", async () => {
    await startCampaign(page, "Two processes");
    await sendAlways(page, { dailyLimit: 500, spacingSeconds: 1 });
    await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }]);
    await page.getByRole("button", { name: "Sign the templates once instead" }).click();
    await expect(page.getByText("Launching signs the templates")).toBeVisible();
    await launch(page, people);
    const arrived = () => standIn.mailsTo(domain).then((mails) => mails.length);
    await expect.poll(arrived, { timeout: 30_000, intervals: [100] }).toBeGreaterThan(0);
    await addProcess("app-3");
    for (const { name } of upstreams) await killAndReplace(name);
    await expect.poll(arrived, { timeout: 60_000, intervals: [200] }).toBe(people);
    await standIn.untilArrived();
    const mails = (await standIn.mailsTo(domain)).map(({ recipient }) => recipient);
    expect(mails.sort()).toEqual(Array.from({ length: people }, (_, row) => `p${row}@${domain}`).sort());
    expect(answered("/api/inngest").size).toBe(3);
  });
});

test("half a million rows become contacts through two processes, each of which is killed in the middle", async ({ page }) => {
  test.skip(process.env.PROVE !== "1", "Its full size: npm run prove -- e2e/journeys/two-processes-behind-one-address.spec.ts");
  test.setTimeout(900_000);
  const [rows, domain] = [500_000, `half-${Date.now()}.example`];
  await signIn(page, "Anna Keller");
  await page.goto("/contacts/import");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  // A browser that is steered takes no more than 50 MB as bytes.
  const path = join(mkdtempSync(join(tmpdir(), "countersign-half-")), "half.csv");
  writeFileSync(path, peopleAt(domain, rows));
  await chooser.setFiles(path);
  const begin = page.getByRole("button", { name: `Import ${rows.toLocaleString("en")} rows` });
  await expect(begin).toBeEnabled({ timeout: 180_000 });
  await begin.click();
  const [uploadId] = [page.url().split("/").at(-1)?.split("?")[0] ?? ""];
  const done = async () =>
    Number((await sql`select processed_contacts as n from upload_batches where id = ${uploadId}`)[0]?.n ?? 0);
  for (const [place, { name }] of upstreams.slice(0, 2).entries()) {
    await expect.poll(done, { timeout: 300_000, intervals: [500] }).toBeGreaterThan(rows * (0.25 + place * 0.3));
    await killAndReplace(name);
  }
  await expect.poll(done, { timeout: 600_000, intervals: [1000] }).toBe(rows);
  const [row] =
    await sql`select count(*)::int as people, count(distinct email_norm)::int as addresses from contacts where upload_batch_id = ${uploadId}`;
  expect({ ...row }).toEqual({ people: rows, addresses: rows });
  rmSync(path);
});

test("a process that is told to end answers what is under way, leads its pages on and gives back what it held", async ({
  page,
  browser,
}) => {
  const to = `stop-${Date.now()}@two.example`;
  front.leadTo(null);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();

  await standIn.hold("before", "POST", "/send$");
  await writeLetter(page, { to: [to], subject: "While it ends", text: "Hello, a word by hand." });
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(/^Signed for /)).toBeVisible();
  await standIn.untilHeld();
  // Others look into mailboxes meanwhile; only the send that is held stays.
  const staying = () => front.underWay().filter(({ path, at }) => path.startsWith("/api/inngest") && Date.now() - at > 1500);
  await expect.poll(() => staying().length).toBe(1);
  const name = staying()[0]?.by as Name;
  const [lease] = await sql`select holder from mailbox_leases where purpose = 'send' and until > now()`;
  expect(lease).toBeDefined();

  const id = await makeTemplate(other, name);
  const strip = await watchStrip(other);
  const letGo = await lockTemplate(id);
  await other.getByRole("textbox", { name: "Name of the template" }).fill("Renamed while it ends");
  await expect.poll(() => front.underWay().filter(({ method, path }) => method === "POST" && path.includes(id))).toHaveLength(1);

  front.leadTo(null);
  const began = Date.now();
  const ending = stopApp(name);
  // Its page goes on with another process before the act is answered.
  await expect
    .poll(() => front.underWay().filter(({ path, by }) => path.startsWith("/api/live?") && by !== name).length, { timeout: 5000 })
    .toBeGreaterThan(0);
  await letGo();
  const nameOf = async () => (await sql`select name from email_templates where id = ${id}`)[0]?.name;
  await expect.poll(nameOf, { timeout: 5000 }).toBe("Renamed while it ends");
  await expect(other.getByText(/^Saved/).first()).toBeVisible();
  expect(await ending).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await strip()).toBe(false);
  expect(await sql`select 1 from mailbox_leases where holder = ${lease?.holder}`).toHaveLength(0);

  await standIn.release();
  await expect.poll(() => standIn.mailsTo(to).then((mails) => mails.length), { timeout: 60_000 }).toBe(1);
  await standIn.untilArrived();
  expect(await standIn.mailsTo(to)).toHaveLength(1);
  await context.close();
});

/** Locks the template's row before it answers: what saves it after that waits. @returns what lets it go. */
async function lockTemplate(id: string): Promise<() => Promise<unknown>> {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((locked, failed) => {
    ended = sql.begin(async (tx) => {
      await tx`select 1 from email_templates where id = ${id} for update`;
      locked();
      await released;
    });
    ended.catch(failed);
  });
  return () => {
    release();
    return ended;
  };
}

/** @returns whether the page has said since that it has no connection. */
async function watchStrip(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const seen = window as unknown as { lost: boolean };
    seen.lost = false;
    new MutationObserver(() => {
      if (document.body.textContent?.includes("No connection to Countersign")) seen.lost = true;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { lost: boolean }).lost);
}
