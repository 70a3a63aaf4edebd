import { writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { type OpenPage, openPage, usedByApp } from "../support/open-pages";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { peopleAt, startCampaign, upload } from "../support/upload";

/** What is measured is the machine's, too: beside other journeys nothing would be shown by it. */
test.skip(process.env.PROVE !== "1", "Measured alone, by npm run prove -- e2e/journeys/watching-never-slows-sending.spec.ts");
const watchMs = 60_000;
const watching = 200;
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
const domain = `watched-${Date.now()}.example`;
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
const today = "campaigns,review,sending,replies,mailboxes,uploads,contacts";

test.afterAll(() => sql.end());

test("two hundred open pages leave sending its pace, and each is told of a change within two seconds", async ({ page }) => {
  test.setTimeout(600_000);
  const origin = process.env.E2E_URL ?? "";
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "watched.csv", peopleAt(domain, 400), 400);
  await startCampaign(page, "Watched");
  await sendAlways(page, { dailyLimit: 500, spacingSeconds: 1 });
  await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}." }]);
  await page.getByRole("button", { name: "Sign the templates once instead" }).click();
  await expect(page.getByText("Launching signs the templates")).toBeVisible();
  await launch(page, 400);
  const campaign = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.goto("about:blank");

  const left = () => standIn.mailsTo(domain).then((mails) => mails.length);
  await expect.poll(left, { timeout: 120_000 }).toBeGreaterThan(3);
  /** Mails a second, and the part of a core that the app used, while `pages` watch. */
  const measure = async (pages: OpenPage[]) => {
    const [mails, used, began] = [await left(), usedByApp(), Date.now()];
    await rest(watchMs);
    const seconds = (Date.now() - began) / 1000;
    const readings = pages.flatMap(({ readings: all }) => all.filter(({ at }) => at >= began));
    return {
      rate: ((await left()) - mails) / seconds,
      core: (usedByApp() - used) / seconds,
      readings: readings.length / seconds,
    };
  };
  const alone = await measure([]);
  const pages = Array.from({ length: watching }, (_, at) => openPage(origin, at % 2 ? campaign : "/", today, cookie));
  await rest(3000);
  const watched = await measure(pages);

  const name = `Watched at ${Date.now()}`;
  const changedAt = Date.now();
  await sql`update campaigns set name = ${name} where id = ${campaign.split("/").at(-1) ?? ""}`;
  const told = () => pages.filter(({ frames }) => frames.some(({ text }) => text.includes(name))).length;
  await expect.poll(told, { timeout: 20_000, intervals: [50] }).toBe(watching);
  const delays = pages.map(({ frames }) => (frames.find(({ text }) => text.includes(name))?.at ?? 0) - changedAt);
  for (const one of pages) one.close();

  const lines = [
    `| nobody | ${alone.rate.toFixed(2)} | ${alone.core.toFixed(2)} | |`,
    `| ${watching} pages, half on Today, half on the campaign | ${watched.rate.toFixed(2)} | ${watched.core.toFixed(2)} | ${watched.readings.toFixed(1)} |`,
  ];
  const table = `| who watches | mails a second | of a core, the app's process | pages read anew a second |\n|---|---:|---:|---:|\n${lines.join("\n")}\n\nThe frame of the last page was told of a change after ${Math.max(...delays)} ms.\n`;
  process.stdout.write(`\n${table}\n`);
  writeFileSync("docs/proofs/watching.md", `# Who watches, and what it costs\n\n${table}`);
  expect(watched.rate / alone.rate).toBeGreaterThan(0.95);
  expect(watched.core - alone.core).toBeLessThan(0.35);
  expect(Math.max(...delays)).toBeLessThan(2000);
});

/** Whatever came of it: its slots would hold up what the next journey sends from that mailbox. */
test.afterEach(async ({ page }) => {
  await page.goto("/campaigns");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Watched/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Pause/ }).click();
  await expect(page.getByText(/Paused by Anna/).first()).toBeVisible();
});
