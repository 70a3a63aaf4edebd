import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { seedContacts } from "../../db/seed/seed-contacts";
import { seedSingle } from "../../db/seed/seed-single";
import { signIn } from "../support/people";
import { test } from "../support/test";

const folder = process.env.COUNTERSIGN_LOCAL_DIR ?? "";
const madeUp = () => `/u/${crypto.randomUUID().replaceAll("-", "").repeat(2)}`;

test.describe.configure({ mode: "serial" });

let sql: postgres.Sql;
test.beforeAll(() => {
  sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
});
test.afterAll(() => sql.end({ timeout: 2 }));

test("who opens links of nobody is told to wait, whatever address they claim, and a real link opens all the same", async ({
  page,
}) => {
  // A window that has just begun holds all that follows.
  await sql`delete from app_private.knocks`;
  for (let n = 0; n < 30; n++) {
    const answer = await page.request.get(madeUp(), { headers: { "X-Forwarded-For": `203.0.113.${n}` } });
    expect(answer.status()).toBe(200);
  }
  const slowed = await page.goto(madeUp());
  expect(slowed?.status()).toBe(429);
  expect(Number(slowed?.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "You are asking too often" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText(/Try again in \d+ s\./);
  const forged = { "X-Forwarded-For": "198.51.100.1", "X-Real-IP": "198.51.100.1", "X-Countersign-Client": "198.51.100.1" };
  expect((await page.request.get(madeUp(), { headers: forged })).status()).toBe(429);
  const click = await page.request.post(madeUp(), { headers: forged });
  expect([click.status(), await click.text()]).toEqual([
    429,
    expect.stringMatching(/^This link is not known\. Try again in \d+ s/),
  ]);
  expect(JSON.stringify(click.headers())).not.toContain("countersign-client");

  const real = await page.goto(await linkOfSomebody());
  expect(real?.status()).toBe(200);
  await page.getByRole("button", { name: "Stop all emails" }).click();
  await expect(page.getByRole("heading", { name: /^You will not hear from/ })).toBeVisible();
  await sql`delete from app_private.knocks`;
});

test("an administrator sees what a shorter time would end, and changes it", async ({ page }) => {
  await signIn(page, "Anna Keller");
  const [old] = await sql`insert into sessions (team_id, member_id, expires_at, last_seen_at)
    select team_id, id, now() + interval '9 days', now() - interval '6 days' from members where email = 'anna@contoso.com' returning id`;
  const sentence = page.getByRole("button", { name: /^Ends unused after/ });
  await page.goto("/settings/members");
  await expect(sentence).toContainText("14 days");
  await sentence.click();
  await expect(page.getByRole("menuitem", { name: /^5 days\s*ends [1-9]\d* sign-ins? of now/ })).toBeVisible();
  await page.getByRole("menuitem", { name: /^7 days/ }).click();
  await expect(sentence).toContainText("7 days");
  expect(
    (await sql`select idle_days from teams where id = (select team_id from sessions where id = ${old?.id})`)[0]?.idle_days,
  ).toBe(7);
});

test("whoever was away for longer signs in again, reads why, and is back where they were", async ({ page }) => {
  await signIn(page, "Anna Keller");
  // A page that is open asks by itself, and is seen by it.
  await page.goto("about:blank");
  await unusedFor(8);
  await page.goto("/campaigns");
  await expect(page).toHaveURL(/\/sign-in\?notice=idle&return=%2Fcampaigns/);
  await expect(page.getByText("You were away for a while")).toBeVisible();
  await page.getByRole("button", { name: "Sign in with Microsoft" }).click();
  await page.getByRole("button", { name: /Anna Keller/ }).click();
  await expect(page).toHaveURL(/\/campaigns$/);
  await sql`update teams set idle_days = 14`;
});

test("who was refused stands in the log without a name, and nobody else reads the log", async ({ page }) => {
  const log = join(folder, "app.log");
  const lines = readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => line.includes('"code":"limited"'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join("\n")).toContain('"route":"unsubscribe"');
  expect(lines.join("\n")).not.toMatch(/203\.0\.113|198\.51\.100|127\.0\.0\.1/);
  expect(statSync(log).mode & 0o777).toBe(0o600);
  expect(readFileSync(log, "utf8")).not.toMatch(/can connect to other databases|can make large objects/);
  expect((await page.request.get("/sign-in")).status()).toBe(200);
});

async function unusedFor(days: number) {
  await sql`update sessions set last_seen_at = now() - make_interval(days => ${days}) where ended_at is null`;
}

async function linkOfSomebody(): Promise<string> {
  const [anna] = await sql<{ teamId: string; memberId: string; senderAccountId: string }[]>`
    select m.team_id as "teamId", m.id as "memberId", s.id as "senderAccountId" from members m
    join sender_accounts s on s.team_id = m.team_id and s.email = m.email where m.email = 'anna@contoso.com'`;
  if (!anna) throw new Error("The demo has no mailbox of Anna's.");
  const email = `nora@leaves-${Date.now()}.example`;
  const person = { firstName: "Nora", lastName: "Leaves", email, company: "Leaves", city: "Ulm", role: "Books" };
  const { contactIds } = await seedContacts(sql, anna.teamId, [person], { fileName: "leaves.csv" });
  const { unsubscribeToken } = await seedSingle(sql, anna, contactIds[0] ?? "");
  return `/u/${unsubscribeToken}`;
}
