import { expect, test } from "@playwright/test";
import { launch, sendAlways, writeSteps } from "../support/campaign";
import { connectMailbox, signIn } from "../support/people";
import { signalProgram } from "../support/programs";
import { standIn } from "../support/stand-in";
import { openTraps } from "../support/traps";
import { peopleAt, startCampaign, upload } from "../support/upload";

/** PROVE=1 is the full size: five rounds of every boundary. */
const full = process.env.PROVE === "1";
const rounds = full ? 5 : 1;
const people = full ? 60 : 14;
const domain = `crash-${Date.now()}.example`;

test("each signed mail arrives exactly once, although the app is killed at every boundary of a send", async ({ page }) => {
  test.setTimeout(full ? 3_600_000 : 900_000);
  await signIn(page, "Anna Keller");
  await connectMailbox(page, "Anna Keller");
  await upload(page, "crash.csv", peopleAt(domain, people), people);
  await startCampaign(page, "Killed at every boundary");
  await sendAlways(page, { dailyLimit: 100, spacingSeconds: 0 });
  await writeSteps(page, [{ subject: "Hello {{ first_name }}", text: "Hi {{ first_name }}, a word from {{ sender_name }}." }]);
  await page.getByRole("button", { name: "Sign the templates once instead" }).click();
  await expect(page.getByText("Launching signs the templates")).toBeVisible();
  const traps = await openTraps();
  try {
    const held = (point: "before" | "after", path: string) => ({
      set: () => standIn.hold(point, "POST", path),
      sprung: () => standIn.untilHeld(),
      free: () => standIn.release(),
    });
    const trapped = (state: string) => ({
      set: () => traps.set(state),
      sprung: () => traps.untilSprung(state),
      free: () => traps.open(state),
    });
    const boundaries = {
      "before draft": held("before", "/messages$"),
      "after draft": held("after", "/messages$"),
      "before intent": trapped("submitting"),
      "after intent, before send": held("before", "/send$"),
      "after send": held("after", "/send$"),
      "before record": trapped("accepted"),
    };
    const recorded = async () => {
      const sent = () => traps.sql`select count(*)::int as n from deliveries where state in ('accepted', 'confirmed')`;
      const [before] = await sent();
      await expect.poll(async () => (await sent())[0]?.n, { timeout: 90_000, intervals: [20] }).toBeGreaterThan(before?.n);
    };
    const kills = Object.entries({
      ...boundaries,
      "after record": { set: async () => {}, sprung: recorded, free: async () => {} },
    });
    await kills[0]?.[1].set();
    await launch(page, people);
    for (let round = 1; round <= rounds; round += 1) {
      for (const [place, [name, boundary]] of kills.entries()) {
        await test.step(rounds > 1 ? `killed ${name}, round ${round}` : `killed ${name}`, async () => {
          if (round > 1 || place > 0) await boundary.set();
          await boundary.sprung();
          await signalProgram("app", "SIGKILL");
          await boundary.free();
        });
      }
    }
    await test.step("with Graph failing before and after its work, too", async () => {
      for (const kind of ["status-before", "status-after", "drop-after"])
        await standIn.fault({ kind, status: 503, times: 2, method: "POST" });
    });
    await expect
      .poll(async () => (await standIn.mailsTo(domain)).length, { timeout: 240_000, intervals: [1000] })
      .toBeGreaterThanOrEqual(people);
    await expect
      .poll(
        async () =>
          await traps.sql`select v.state, count(*)::int as n from deliveries v join contacts c on c.id = v.contact_id where c.email like ${`%@${domain}`} group by 1`,
        { timeout: 120_000, intervals: [1000] },
      )
      .toEqual([{ state: "confirmed", n: people }]);
    // Nothing is left to send. A second copy that is on its way would come now.
    await standIn.untilArrived();
    const mails = await standIn.mailsTo(domain);
    expect(mails.map((mail) => mail.recipient).sort()).toEqual([...new Set(mails.map((mail) => mail.recipient))].sort());
    expect(mails).toHaveLength(people);
    // What an attempt without an answer left is looked for some minutes after it, in a look into the mailbox.
    await expect.poll(() => standIn.draftsOf("anna@contoso.com"), { timeout: 300_000, intervals: [1000] }).toEqual([]);
    expect(await traps.sql`select 1 from deliveries where state in ('drafting', 'drafted')`).toHaveLength(0);
  } finally {
    await standIn.release();
    await standIn.calm();
    await traps.close();
  }
});
