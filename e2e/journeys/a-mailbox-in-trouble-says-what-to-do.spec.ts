import { expect } from "@playwright/test";
import { launch } from "../support/campaign";
import { openDraft, someAt } from "../support/draft-campaign";
import { look } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { timePasses } from "../support/time-passes";

const anna = "anna@contoso.com";
const domain = `trouble-${Date.now()}.example`;
const people = 2;
const time = timePasses(anna);

test.afterAll(async () => {
  await standIn.befall(anna, { licence: true, full: null, sending: null, unread: false });
  await time.end();
});

test("a mailbox in each kind of trouble says so and what to do, Today tells of it, and it goes on by itself or by one click", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  const mailbox = (await page.getByRole("link", { name: anna, exact: true }).getAttribute("href")) ?? "";
  const verdict = page.getByRole("heading", { level: 1 });
  const toDo = page.getByRole("region", { name: "What waits, and what to do" });
  const steps = toDo.getByRole("listitem");

  /** The page of the mailbox, read anew by itself once the trouble is noticed. */
  const says = async (words: string, first: string) => {
    await expect(verdict).toHaveText(`${anna} ${words}`, { timeout: 45_000 });
    await expect(steps.first()).toContainText(first);
  };
  const todayTells = async (title: string) => {
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("heading", { name: title })).toBeVisible();
    await page.goto(mailbox);
  };
  const isSound = async () => {
    await expect(verdict).toHaveText(`${anna} sends and reads`, { timeout: 45_000 });
    await expect(toDo).toHaveCount(0);
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("heading", { name: /mailbox/i })).toHaveCount(0);
    await page.goto(mailbox);
  };
  const testNow = async () => {
    await time.untilTestable();
    await page.getByRole("button", { name: "Test now" }).click();
  };

  await test.step("full: its mail waits, and no person loses their place", async () => {
    await standIn.befall(anna, { full: 507 });
    await openDraft(page, {
      name: "In trouble",
      people: someAt(domain, people),
      steps: [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word." }],
      signs: "launch",
      dailyLimit: 50,
      spacingSeconds: 0,
    });
    await launch(page, people);
    const campaign = new URL(page.url()).pathname;
    await page.goto(mailbox);
    await says("cannot send: it is full", "Make room in Anna’s mailbox");
    await look(page, "mailbox-full", "light");
    await todayTells("Mailbox is full");
    await page.goto(`${campaign}/contacts`);
    await expect(page.getByRole("row", { name: new RegExp(domain) })).toHaveCount(people);
    await expect(page.getByText("Could not be sent")).toHaveCount(0);
    await page.goto(mailbox);
  });

  await test.step("one click once there is room: its mail is tried again, and now Microsoft blocks it", async () => {
    await standIn.befall(anna, { full: null, sending: "ErrorMessageSubmissionBlocked" });
    await testNow();
    await says("cannot send: Microsoft blocks what it sends", "Lift the block on it");
    await look(page, "mailbox-blocked", "light");
    await todayTells("Microsoft limits this mailbox");
    expect(await standIn.mailsTo(domain)).toEqual([]);
  });

  await test.step("the block is lifted: what waited leaves by itself, once each", async () => {
    await standIn.befall(anna, { sending: null });
    await time.untilTriedAgain();
    // It is looked at once a minute.
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 120_000 }).toBe(people);
    await isSound();
  });

  await test.step("its licence is removed; one click once it is given back", async () => {
    await standIn.befall(anna, { licence: false });
    await says("cannot send: its licence was removed", "Give Anna the licence back");
    await testNow();
    await expect(page.getByText("Mailbox is there")).toBeVisible();
    await look(page, "mailbox-no-licence", "light");
    await todayTells("Mailbox has no licence");
    await standIn.befall(anna, { licence: true });
    await testNow();
    await isSound();
  });

  await test.step("consent is withdrawn, and given again by one click", async () => {
    await standIn.withdrawConsent(anna);
    await testNow();
    await says("cannot send: consent was withdrawn", "Reconnect it");
    await look(page, "mailbox-signed-out", "light");
    await todayTells("Mailbox signed out");
    await toDo.getByRole("link", { name: "Reconnect" }).click();
    await page.getByRole("button", { name: /Anna Keller/ }).click();
    await page.getByRole("button", { name: "Allow" }).click();
    await expect(page.getByText("The mailbox is connected.")).toBeVisible();
    await page.goto(mailbox);
    await isSound();
  });

  await test.step("reading is refused while sending works, and works again", async () => {
    await standIn.befall(anna, { unread: true });
    await expect.poll(() => time.whileUnread(), { timeout: 30_000 }).toBe(true);
    await says("cannot be read", "Wait");
    await expect(page.getByText("First mails leave. Follow-ups wait, as answers would be missed.")).toBeVisible();
    await look(page, "mailbox-unreadable", "light");
    await todayTells("Mailbox cannot be read");
    await standIn.befall(anna, { unread: false });
    await isSound();
  });

  expect((await standIn.mailsTo(domain)).map(({ recipient }) => recipient).sort()).toEqual([`p0@${domain}`, `p1@${domain}`]);
});
