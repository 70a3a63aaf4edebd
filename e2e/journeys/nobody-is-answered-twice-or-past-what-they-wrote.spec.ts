import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { type Arrived, arriveIn } from "../support/arrives-in";
import { look, untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { boxOf, rowOf, subjectOf } from "../support/replies-page";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";

const domain = `twice-${Date.now()}.example`;
const names = ["Nina", "Omar", "Pia", "Quinn", "Rosa", "Sven", "Tara"];
const anna = "anna@contoso.com";
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
let threads: Arrived[] = [];

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  threads = await arriveIn(
    domain,
    names.map((first) => ({ first, text: `These are the words of ${first}.`, mailbox: anna })),
  );
});
test.afterAll(() => sql.end({ timeout: 2 }));

const threadOf = (first: string) => threads.find((one) => one.first === first) as Arrived;
const mailsTo = (first: string) => standIn.mailsTo(threadOf(first).email);
const signedIn = async (first: string) =>
  Number(
    (
      await sql`select count(*)::int as count from signatures g join single_mails h on h.draft_id = g.draft_id join letters l on l.id = h.letter_id
        where l.thread_id = ${threadOf(first).threadId} and g.voided_at is null`
    )[0]?.count,
  );
async function open(page: Page, first: string) {
  await page.goto(`/replies/${threadOf(first).threadId}`);
  await untilAlive(page);
  await expect(subjectOf(page, first)).toBeVisible();
}
async function write(page: Page, first: string, text: string) {
  await page.keyboard.press("r");
  await expect(boxOf(page, first)).toBeFocused();
  await page.keyboard.type(text);
}
const send = (page: Page) => page.keyboard.press("ControlOrMeta+Enter");
/** They write once more, into the same conversation. */
const writesAgain = (first: string, text: string) =>
  standIn.put({
    ...{ mailbox: anna, subject: `Re: About ${first}`, conversationId: threadOf(first).conversationId },
    inReplyTo: threadOf(first).internetMessageId,
    from: { emailAddress: { address: threadOf(first).email, name: `${first} Probe` } },
    body: { contentType: "html", content: `<p>${text}</p>` },
  });

test("two people on one thread see each other, and the second one does not answer unseen what the first has answered", async ({
  page,
  browser,
}) => {
  const ben = await (await browser.newContext()).newPage();
  await Promise.all([signIn(page, "Anna Keller"), signIn(ben, "Ben Ortiz")]);
  await open(page, "Nina");
  await open(ben, "Nina");
  await expect(page.getByText("Ben is reading this")).toBeVisible();
  await write(ben, "Nina", "Ben writes.");
  await expect(page.getByText(/^Ben is answering/)).toBeVisible({ timeout: 6000 });
  await write(page, "Nina", "Anna writes, too.");
  await send(ben);
  await expect(ben.getByText("Sent to Nina")).toBeVisible();
  await send(page);
  await expect(page.getByText(/^Ben answered \d/)).toBeVisible();
  expect(await signedIn("Nina")).toBe(1);
  await expect(boxOf(page, "Nina")).toContainText("Anna writes, too.");
  await send(page);
  await look(page, "replies-answered-meanwhile", "light");
  await expect.poll(async () => (await mailsTo("Nina")).length, { timeout: 60_000 }).toBe(1);
  expect(await signedIn("Nina")).toBe(1);
  await page.getByRole("button", { name: "Send mine, too" }).click();
  await boxOf(page, "Nina").focus();
  await send(page);
  await expect(page.getByText("Sent to Nina")).toBeVisible();
  await expect.poll(async () => (await mailsTo("Nina")).length, { timeout: 60_000 }).toBe(2);
  await ben.context().close();
});

test("who writes while they are answered is read first: before ⌘↵, and within the eight seconds after it", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await open(page, "Omar");
  await write(page, "Omar", "Thursday it is.");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await writesAgain("Omar", "Make it Friday.");
  await expect(page.getByText(/^Omar wrote again today/)).toBeVisible({ timeout: 30_000 });
  await send(page);
  expect(await signedIn("Omar")).toBe(0);
  await expect(boxOf(page, "Omar")).toContainText("Thursday it is.");
  await look(page, "replies-wrote-meanwhile", "light");
  await page.getByRole("button", { name: "Answer this one" }).click();
  await expect(page.getByText(/^Omar wrote again today/)).toHaveCount(0);
  await boxOf(page, "Omar").focus();
  await send(page);
  await expect(page.getByText("Sent to Omar")).toBeVisible();
  // Once more, within the eight seconds.
  await writesAgain("Omar", "No, Monday.");
  await expect.poll(() => signedIn("Omar"), { timeout: 30_000 }).toBe(0);
  await open(page, "Omar");
  await expect(page.getByRole("button", { name: /^Your answer to Omar · it came back/ })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByText(/your answer was not sent: they wrote since it was signed/)).toBeVisible();
  await expect(boxOf(page, "Omar")).toContainText("Thursday it is.");
  await standIn.untilArrived();
  expect(await mailsTo("Omar")).toEqual([]);
});

test("what was sent is taken back by its button and by its key, also where something was settled before, and what is typed outlives a reload", async ({
  page,
}) => {
  await signIn(page, "Anna Keller");
  await open(page, "Pia");
  await write(page, "Pia", "Too early.");
  await send(page);
  await expect(page.getByText("Sent to Pia")).toBeVisible();
  await page.getByRole("button", { name: /^Take back/ }).click();
  await expect(subjectOf(page, "Pia")).toBeVisible();
  await expect(boxOf(page, "Pia")).toContainText("Too early.");
  expect(await signedIn("Pia")).toBe(0);
  await expect(rowOf(page, "Pia")).toHaveAttribute("aria-selected", "true");

  await open(page, "Quinn");
  await page.keyboard.press("e");
  await expect(page.getByText("Done with Quinn Probe.")).toBeVisible();
  await rowOf(page, "Pia").click();
  await expect(subjectOf(page, "Pia")).toBeVisible();
  await page.keyboard.press("r");
  await expect(boxOf(page, "Pia")).toBeFocused();
  await send(page);
  await expect(page.getByText("Sent to Pia")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(boxOf(page, "Pia")).toContainText("Too early.");
  expect(await signedIn("Pia")).toBe(0);
  expect((await sql`select state from reply_threads where id = ${threadOf("Quinn").threadId}`)[0]?.state).toBe("done");

  await boxOf(page, "Pia").focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" Or is it?");
  await page.reload();
  await untilAlive(page);
  await expect(page.getByRole("button", { name: /^Your answer to Pia · Too early\. Or is it\?/ })).toBeVisible();
  await standIn.untilArrived();
  expect(await mailsTo("Pia")).toEqual([]);
});

test("where no answer may go it says why: to somebody suppressed, and from a mailbox that is signed out", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await sql`insert into suppressions (team_id, email_norm, reason)
    select team_id, email, 'by hand' from contacts where email = ${threadOf("Rosa").email}`;
  await open(page, "Rosa");
  await expect(page.getByText(/^Rosa was suppressed by hand on/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Lift it on their page" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: /^Answer to/ })).toHaveCount(0);
  await sql`update sender_accounts set status = 'signed_out' where email = ${anna}`;
  try {
    await open(page, "Sven");
    await write(page, "Sven", "As soon as it is there again.");
    await expect(page.getByRole("link", { name: "Reconnect anna@ to answer" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Send from anna@/ })).toBeDisabled();
    await look(page, "replies-signed-out", "light");
  } finally {
    await sql`update sender_accounts set status = 'connected' where email = ${anna}`;
  }
});

test("on a phone one goes from the list to a thread and answers there", async ({ page }) => {
  await signIn(page, "Anna Keller");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/replies");
  await rowOf(page, "Tara").click();
  await expect(subjectOf(page, "Tara")).toBeVisible();
  const answer = page.getByRole("button", { name: /^Answer Tara/ });
  await expect(answer).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: "test-results/pages/replies-thread-phone-light.png" });
  await answer.click();
  await expect(boxOf(page, "Tara")).toBeFocused();
  await untilAlive(page);
  await page.keyboard.type("From the tram: yes.");
  await page.screenshot({ path: "test-results/pages/replies-answer-phone-light.png" });
  await page.getByRole("button", { name: /^Send from anna@/ }).click();
  await expect(page.getByText("Sent to Tara")).toBeVisible();
  await expect.poll(async () => (await mailsTo("Tara")).length, { timeout: 60_000 }).toBe(1);
});
