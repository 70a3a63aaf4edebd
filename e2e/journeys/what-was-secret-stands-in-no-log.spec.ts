import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { connectMailbox, signIn } from "../support/people";
import { sweepNow } from "../support/programs";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { peopleAt, startCampaign, upload } from "../support/upload";

const folder = process.env.COUNTERSIGN_LOCAL_DIR ?? "";
const appLog = join(folder, "app.log");
const failure = 'relation \\"sent_emails\\" does not exist';
const domain = `quiet-${Date.now()}.example`;

/** Last by its name, so that the logs of every journey before lie in the folder too. */
test("what was secret, and what was written to whom, stands in no log, whatever failed", async ({ page }) => {
  test.setTimeout(300_000);
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "quiet.csv", peopleAt(domain, 6), 6);
  await startCampaign(page, "Quietly");
  await sendAlways(page, { dailyLimit: 100, spacingSeconds: 0 });
  await writeSteps(page, [
    { subject: "Confidential offer {{ first_name }}", text: "Between you and me, {{ first_name }}: 4711." },
  ]);
  await page.getByRole("button", { name: "Sign the templates once instead" }).click();
  await expect(page.getByText("Launching signs the templates")).toBeVisible();

  await test.step("Microsoft fails in every way, and so does the database", async () => {
    for (const kind of ["status-before", "status-after", "drop-before", "drop-after"]) {
      await standIn.fault({
        method: "POST",
        path: kind.endsWith("before") ? "/messages$" : "/send$",
        kind,
        status: 503,
        times: 1,
      });
    }
    // The table goes while a mail is on its way: without it no page opens, and none can be launched from.
    await standIn.hold("before", "POST", "/send$");
    await launch(page, 6);
    await standIn.untilHeld();
    await sql`alter table sent_emails rename to sent_emails_away`;
    await standIn.release();
    await expect.poll(() => readFileSync(appLog, "utf8"), { timeout: 60_000 }).toContain(failure);
    await page.goto("/");
    await sql`alter table sent_emails_away rename to sent_emails`;
    // The mail whose sending could not be written down is found in the mailbox by the sweep, which comes each minute.
    const arrived = async () => {
      await sweepNow();
      return (await standIn.mailsTo(domain)).length;
    };
    await expect.poll(arrived, { timeout: 150_000, intervals: [5000] }).toBe(6);
  });

  await test.step("and the mailbox's token cannot be opened, so that it must be connected again", async () => {
    await sql`update mailbox_tokens set tag = decode(md5(tag), 'hex')`;
    await page.goto("/settings/mailboxes");
    await expect(page.getByRole("link", { name: "Reconnect" }).first()).toBeVisible({ timeout: 30_000 });
    await connectMailbox(page, "Anna Keller");
  });

  const { secrets } = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8")) as { secrets: Record<string, string> };
  const mails = await standIn.mailsTo("");
  const links = await sql<{ token: string }[]>`select unsubscribe_token as token from campaign_contacts`;
  const contacts = await sql<{ email: string }[]>`select email from contacts where email_norm not like '%@contoso.com'`;
  await sql.end();
  const secret = [
    ...Object.values(secrets),
    ...mails.flatMap((mail) => [mail.recipient, mail.send_key].filter(Boolean)),
    ...contacts.map((contact) => contact.email),
    ...links.map((link) => link.token),
    "Confidential offer",
    "Between you and me",
    "refresh_token",
    "Bearer ",
    "eyJ",
    "<p>",
  ];
  const logs = readdirSync(folder).filter((name) => /^(app|inngest|microsoft365)\.log$/.test(name));
  expect(logs).toHaveLength(3);
  for (const name of logs) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text.length, name).toBeGreaterThan(0);
    expect(
      secret.filter((word) => text.includes(word)),
      name,
    ).toEqual([]);
  }
});
