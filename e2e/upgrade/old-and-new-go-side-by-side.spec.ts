import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "../../local/start/free-port";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { openFront, type Upstream } from "../support/front";
import { connectMailbox, signIn } from "../support/people";
import { readEnvironment, startApp, stopApp } from "../support/programs";
import { standIn } from "../support/stand-in";
import { peopleAt, startCampaign, upload } from "../support/upload";

/** The product that runs is the earlier release; the new version lies in this folder, built. */
const tree = process.env.UPGRADE_TO ?? "";
const address = Number(new URL(process.env.E2E_URL ?? "http://localhost:3000").port);
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
const upstreams: Upstream[] = [];
let front: Awaited<ReturnType<typeof openFront>>;
let newer: ChildProcess | undefined;
test.afterAll(async () => {
  newer?.kill("SIGTERM");
  await front?.close();
  await sql.end({ timeout: 2 });
});

const runInTree = (args: string[], env: Record<string, string>) =>
  spawn(process.execPath, args, { cwd: tree, env: { ...process.env, ...env }, stdio: "inherit" });

async function rename(page: Page, id: string, name: string) {
  await page.getByRole("textbox", { name: "Name of the template" }).fill(name);
  const kept = async () => (await sql`select name from email_templates where id = ${id}`)[0]?.name;
  await expect.poll(kept).toBe(name);
}

test("sign-in, an open page, actions and sends go on while the new version takes the old one's place", async ({
  page,
  browser,
}) => {
  const domain = `upgrade-${Date.now()}.example`;
  const people = 30;
  const environment = await readEnvironment();
  await stopApp("app");
  front = await openFront(address, upstreams);
  const [oldPort, newPort] = [await freePort(address + 6000), await freePort(address + 7000)];
  await startApp("app-1", oldPort, { TRUSTED_PROXIES: "1" });
  upstreams.push({ name: "old", port: oldPort });

  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const open = await context.newPage();
  await open.goto("/templates");
  await open.getByRole("button", { name: "New template" }).click();
  await expect(open).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  const id = open.url().split("/").at(-1) ?? "";
  await rename(open, id, "By the old one");

  await upload(page, "upgrade.csv", peopleAt(domain, people), people);
  await startCampaign(page, "Side by side");
  await sendAlways(page, { dailyLimit: 500, spacingSeconds: 2 });
  await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }]);
  await page.getByRole("button", { name: "Sign the templates once instead" }).click();
  await expect(page.getByText("Launching signs the templates")).toBeVisible();
  await launch(page, people);
  const arrived = () => standIn.mailsTo(domain).then((mails) => mails.length);
  await expect.poll(arrived, { timeout: 60_000 }).toBeGreaterThan(0);

  await test.step("the migrations of the new one run under the old one", async () => {
    const migrating = runInTree(["--import", "tsx", "db/migrate-command.ts"], environment);
    expect(await new Promise((done) => migrating.once("exit", done))).toBe(0);
    await rename(open, id, "By the old one, on new tables");
    const before = await arrived();
    await expect.poll(arrived, { timeout: 60_000 }).toBeGreaterThan(before);
  });

  await test.step("both serve", async () => {
    const { DATABASE_URL: _, ...appOnly } = environment;
    const next = [join(tree, "node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(newPort)];
    newer = runInTree(next, { ...appOnly, TRUSTED_PROXIES: "1", PORT: String(newPort) });
    const answers = () =>
      fetch(`http://127.0.0.1:${newPort}/sign-in`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers, { timeout: 120_000 }).toBe(true);
    upstreams.push({ name: "new", port: newPort });
    const stranger = await (await browser.newContext()).newPage();
    await signIn(stranger, "Ben");
    await stranger.context().close();
    front.leadTo("new");
    await rename(open, id, "By the new one, from the old one's page");
    front.leadTo(null);
  });

  await test.step("the old one ends, and everything goes on", async () => {
    expect(await stopApp("app-1")).toBe(0);
    upstreams.shift();
    await rename(open, id, "By the new one alone");
    await expect.poll(arrived, { timeout: 180_000 }).toBe(people);
    await standIn.untilArrived();
    const mails = (await standIn.mailsTo(domain)).map(({ recipient }) => recipient);
    expect(new Set(mails).size).toBe(people);
    expect(mails).toHaveLength(people);
    const steps = front.passed.filter(({ path }) => path.startsWith("/api/inngest")).map(({ by }) => by);
    expect(new Set(steps)).toEqual(new Set(["old", "new"]));
  });
  await context.close();
});
