import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { leaveTomorrow, signButton, writeLetter } from "../support/letter";
import { untilAlive } from "../support/look";
import { connectMailbox, signIn } from "../support/people";
import { standIn } from "../support/stand-in";
import { test } from "../support/test";
import { peopleAt, upload } from "../support/upload";

const domain = `hand-${Date.now()}.example`;
const anna = "anna@contoso.com";
const at = (place: number) => `p${place}@${domain}`;
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
test.afterAll(() => sql.end());

const arrivedAt = (place: number) => standIn.mailsTo(at(place)).then((mails) => mails.length);
const rowOf = (page: Page, place: number) => page.getByRole("row").filter({ hasText: `Pat${place} Person${place}` });

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "hand.csv", peopleAt(domain, 9), 9);
  await page.close();
});

test("a mail by hand leaves now to three at once, once each, however often one clicks; taken back, it does not", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "Anna Keller");

  await test.step("to three, each with their own name, signed by a flurry of clicks and keys", async () => {
    await writeLetter(page, {
      to: [at(0), at(1), at(2)],
      subject: "Your dock at {{ company }}",
      text: "Hi {{ first_name }}, we spoke about your dock.",
    });
    await expect(page.getByText("three mails, nobody sees the others")).toBeVisible();
    await expect(signButton(page)).toHaveText(/Sign and send 3 now/);
    const address = page.url();
    await signButton(page).evaluate((button: HTMLButtonElement) => {
      for (let click = 0; click < 100; click++) button.click();
    });
    await expect(page.getByText("Signed for 3 people")).toBeVisible();
    await expect.poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 60_000 }).toBe(3);
    const mails = await standIn.mailsTo(domain);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([at(0), at(1), at(2)]);
    expect(mails.find(({ recipient }) => recipient === at(1))).toMatchObject({ subject: "Your dock at Firm 1" });
    expect(mails.every(({ body }) => body.includes("Unsubscribe"))).toBe(true);

    // The tab is restored a while later: it says where the letter stands, and has nothing to sign.
    await page.goto(address);
    await expect(signButton(page)).toBeHidden();
  });

  await test.step("taken back within its seconds, nothing leaves, and it can be discarded", async () => {
    await writeLetter(page, { to: [at(3)], subject: "One more thing", text: "Hi {{ first_name }}, one more thing." });
    await expect(signButton(page)).toHaveText(/Sign and send now/);
    await untilAlive(page);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("button", { name: /Take back/ }).click();
    await expect(page.getByRole("textbox", { name: "Text", exact: true })).toContainText("one more thing");
    const stands = async () =>
      (
        await sql`select h.ended_reason as ended, h.run_id as run, d.status from single_mails h join email_drafts d on d.id = h.draft_id
          where h.recipient_email = ${at(3)}`
      )[0];
    await expect.poll(stands).toEqual({ ended: null, run: null, status: "draft" });
    await expect(page.getByText("Signed for")).toBeHidden();
    await expect(page).toHaveURL(/\/write\?/);
    await page.locator("footer").getByRole("button", { name: "Discard" }).click();
    await expect(page.getByText("Discarded")).toBeVisible();
    await page.goto("/review");
    await expect(page.getByText("One more thing")).toBeHidden();
  });

  await standIn.untilArrived();
  expect(await standIn.mailsTo(domain)).toHaveLength(3);
});

test("a mail with a time is moved, cancelled, brought back and sent at once from Scheduled; an answer takes it back to Review", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "Anna Keller");
  for (const place of [4, 5, 6]) {
    await writeLetter(page, { to: [at(place)], subject: `For tomorrow, ${place}`, text: "Hi {{ first_name }}, for tomorrow." });
    await leaveTomorrow(page);
    await signButton(page).click();
    await expect(page.getByText(new RegExp(`^Signed for Pat${place}`))).toBeVisible();
  }

  await test.step("Scheduled shows each with its time and why then", async () => {
    await page.goto(`/calendar?person=${domain}`);
    await expect(rowOf(page, 4)).toContainText("Anna Keller, by hand");
    await expect(page.getByRole("row").filter({ hasText: "For tomorrow" })).toHaveCount(3);
  });

  await test.step("another time keeps the seal", async () => {
    await rowOf(page, 4).hover();
    await rowOf(page, 4).getByRole("button", { name: "Other time" }).click();
    const card = page.getByRole("dialog");
    await card.getByLabel("Time", { exact: true }).fill("10:30");
    await card.getByRole("button", { name: /^Move to/ }).click();
    await expect(page.getByText("It keeps its seal.")).toBeVisible();
    await expect(rowOf(page, 4)).toContainText("10:30");
    const [kept] = await sql`select count(*)::int as n from signatures g join single_mails h on h.draft_id = g.draft_id
      where h.recipient_email = ${at(4)} and g.voided_at is null`;
    expect(kept).toEqual({ n: 1 });
  });

  await test.step("cancelled, it is listed with who did it, and taken back it has its time again", async () => {
    await rowOf(page, 5).hover();
    await rowOf(page, 5).getByRole("button", { name: "Cancel" }).click();
    await expect(rowOf(page, 5)).toBeHidden();
    await page.getByRole("button", { name: /Take back/ }).click();
    await expect(rowOf(page, 5)).toBeVisible();
    await rowOf(page, 5).focus();
    await untilAlive(page);
    await page.keyboard.press("Backspace");
    await expect(rowOf(page, 5)).toBeHidden();
    await page.goto("/calendar?show=cancelled");
    await expect(page.getByText(`Pat5 Person5`).first()).toBeVisible();
  });

  await test.step("sent now, it arrives once", async () => {
    await page.goto(`/calendar?person=${domain}`);
    await rowOf(page, 4).focus();
    await untilAlive(page);
    await page.keyboard.press("Enter");
    await expect.poll(() => arrivedAt(4), { timeout: 60_000 }).toBe(1);
  });

  await test.step("who answers before its time gets nothing unread: it waits in Review", async () => {
    await standIn.arrive({
      mailbox: anna,
      from: at(6),
      name: "Pat6 Person6",
      subject: "Hello",
      text: "We have moved, write to the new office.",
    });
    await expect
      .poll(
        async () =>
          (
            await sql`select g.void_cause as cause from signatures g join single_mails h on h.draft_id = g.draft_id where h.recipient_email = ${at(6)}`
          )[0]?.cause,
        { timeout: 120_000 },
      )
      .toBe("They wrote since it was signed");
    await page.goto("/review");
    await expect(page.getByText("For tomorrow, 6").first()).toBeVisible();
  });

  await standIn.untilArrived();
  expect([await arrivedAt(4), await arrivedAt(5), await arrivedAt(6)]).toEqual([1, 0, 0]);
});

test("a mail leaves at the next good time where its reader is, or waits in Review for somebody to sign it", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "Anna Keller");
  await writeLetter(page, { to: [at(7)], subject: "At a good time", text: "Hi {{ first_name }}, at a good time." });
  await page.getByRole("radiogroup", { name: "When it leaves" }).getByText("Next good time").click();
  await sql`update contacts set time_zone = 'Asia/Tokyo' where email = ${at(7)}`;
  await page.reload();
  await expect(page.getByText(/Tokyo/).first()).toBeVisible();
  await signButton(page).click();
  await expect(page.getByText(/^Signed for Pat7/)).toBeVisible();
  const [slot] = await sql`select h.leave, h.leave_zone as zone, e.status,
      extract(isodow from e.scheduled_for at time zone 'Asia/Tokyo')::int between 1 and 5 as workday,
      (e.scheduled_for at time zone 'Asia/Tokyo')::time between '9:00' and '17:00' as open
    from single_mails h join scheduled_emails e on e.draft_id = h.draft_id where h.recipient_email = ${at(7)}`;
  expect(slot).toMatchObject({ leave: "good", zone: "Asia/Tokyo", workday: true, open: true });

  await writeLetter(page, { to: [at(8)], subject: "Not signed yet", text: "Hi {{ first_name }}, for whoever may sign." });
  await page.goto("/review?campaign=hand");
  await page.getByRole("option").filter({ hasText: "Not signed yet" }).click();
  await expect(page.getByRole("article").getByText("Not signed yet")).toBeVisible();
  await page.getByRole("button", { name: /^Sign( S)?$/ }).click();
  await expect.poll(() => arrivedAt(8), { timeout: 60_000 }).toBe(1);
});
