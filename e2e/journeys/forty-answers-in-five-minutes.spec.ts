import { expect } from "@playwright/test";
import postgres from "postgres";
import { arriveIn } from "../support/arrives-in";
import { untilAlive } from "../support/look";
import { connectAnother, signIn } from "../support/people";
import { boxOf, measureKey, middleAndWorst, subjectOf } from "../support/replies-page";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

/** PROVE=1 is the full size: forty, some of them to a second mailbox, which would stand in the way of other journeys. */
const full = process.env.PROVE === "1";
const count = full ? 40 : 8;
const domain = `forty-${Date.now()}.example`;
const names = Array.from({ length: count }, (_, at) => `Writer${String.fromCharCode(65 + (at % 26))}${at}`);
const mailboxOf = (at: number) => (full && at % 4 === 3 ? "ben@contoso.com" : "anna@contoso.com");
const answerTo = (first: string) => `Dear ${first}, Thursday at two it is.`;

test(`${count} answers are worked by keys alone: each is labelled, written, sent, and arrives once, in its conversation`, async ({
  page,
}) => {
  test.setTimeout(900_000);
  await signIn(page, "Anna Keller");
  if (full) await connectAnother(page, "Ben Ortiz", "ben@contoso.com");
  const threads = await arriveIn(
    domain,
    names.map((first, at) => ({ first, text: `These are the words of ${first}.`, mailbox: mailboxOf(at) })),
  );
  await page.goto("/replies");
  await expect(subjectOf(page, names[0] ?? "")).toBeVisible();

  await test.step("J leads to the next one, which was read ahead", async () => {
    const walked: number[] = [];
    for (const first of names.slice(1)) {
      // Whoever presses the key has the words of the one before in sight.
      await expect(page.frameLocator('iframe[title="What they wrote"]').getByText(/^These are the words of/)).toBeVisible();
      walked.push(await measureKey(page, "j", first));
    }
    const { middle, worst } = middleAndWorst(walked);
    const measured = `J to the next of ${count}: ${middle.toFixed(0)} ms in the middle, ${worst.toFixed(0)} ms at worst`;
    process.stdout.write(`  ${measured}\n`);
    test.info().annotations.push({ type: "measured", description: measured });
    expect(full ? worst : middle).toBeLessThan(full ? 100 : 1000);
  });

  // Back to the first one; read anew, those that are read would stand below what is not.
  for (const first of names.slice(0, -1).reverse()) {
    await untilAlive(page);
    await page.keyboard.press("k");
    await expect(subjectOf(page, first)).toBeVisible();
  }
  const began = Date.now();
  await test.step(`${count} are labelled, answered and sent by keys`, async () => {
    for (const [at, first] of names.entries()) {
      await expect(subjectOf(page, first)).toBeVisible();
      await page.keyboard.press("1");
      await expect(page.getByRole("button", { name: /^Interested/ })).toHaveAttribute("aria-pressed", "true");
      await page.keyboard.press("r");
      await expect(boxOf(page, first)).toBeFocused();
      await page.keyboard.type(answerTo(first));
      await page.keyboard.press("ControlOrMeta+Enter");
      // What follows the last is a thread of the demo's own.
      await expect(at + 1 < count ? subjectOf(page, names[at + 1] ?? "") : page.getByText(`Sent to ${first}`)).toBeVisible();
    }
  });
  const took = (Date.now() - began) / 1000;
  process.stdout.write(`  ${count} answers by keys: ${took.toFixed(0)} s\n`);
  test.info().annotations.push({ type: "measured", description: `${count} answers by keys: ${took.toFixed(0)} s` });
  expect(took).toBeLessThan(300);

  await test.step("each arrives once, from the mailbox they wrote to, in its conversation, with what was typed and no footer", async () => {
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 120_000 }).toBe(count);
    await standIn.untilArrived();
    const mails = await standIn.mailsTo(domain);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(threads.map(({ email }) => email).sort());
    const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
    for (const one of threads) {
      const mail = mails.find(({ recipient }) => recipient === one.email);
      expect(mail).toMatchObject({ sender: one.mailbox, in_reply_to: one.internetMessageId });
      expect(mail?.subject).toMatch(new RegExp(`^(RE|Re): About ${one.first}$`));
      expect(mail?.body).toContain(answerTo(one.first));
      expect(mail?.body).toContain(one.text);
      expect(mail?.body).not.toMatch(/unsubscribe/i);
      const rows =
        await sql`select d.conversation_id as conversation from deliveries d join sent_emails s on s.draft_id = d.draft_id
        where s.recipient_email = ${one.email}`;
      expect(rows.map(({ conversation }) => conversation)).toEqual([one.conversationId]);
      const [thread] = await sql`select state, label from reply_threads where id = ${one.threadId}`;
      expect(thread).toEqual({ state: "waiting", label: "interested" });
    }
    await sql.end({ timeout: 2 });
  });
});
