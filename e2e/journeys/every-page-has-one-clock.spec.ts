import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { type } from "../support/campaign";
import { signIn } from "../support/people";
import { test } from "../support/test";
import { peopleAt, startCampaign, upload } from "../support/upload";

const domain = `clock-${Date.now()}.example`;
const lisbon = "Europe/Lisbon";
const sentence = "This is not a time zone. Pick a city from the list.";
const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
let before: { timezone: string } | undefined;

test.beforeAll(async () => {
  [before] = await sql<{ timezone: string }[]>`select timezone from teams where name = 'Contoso'`;
  await sql`update teams set timezone = 'America/New_York' where name = 'Contoso'`;
  // Whoever signed in from there before has told nobody.
  await sql`update teams set timezone = 'UTC', zone_told = false where name = 'Fabrikam'`;
});
test.afterAll(async () => {
  if (before) await sql`update teams set timezone = ${before.timezone} where name = 'Contoso'`;
  await sql`delete from member_settings`;
  await sql.end();
});

const clockOfPage = (page: Page, city: string) =>
  page
    .getByRole("complementary", { name: "Navigation and sending" })
    .getByRole("link", { name: `Times in ${city}`, exact: true });
const zoneOfTeam = (page: Page) => page.getByLabel("Time zone of the team").and(page.locator("input"));
const offer = (page: Page) => page.getByRole("region", { name: "Your clock", exact: true }).filter({ hasText: "Your browser" });

test.describe("in Berlin", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("the first browser of a new team gives it its zone, and its campaigns begin in it", async ({ page }) => {
    await signIn(page, "Fay Moreno");
    await expect(clockOfPage(page, "Berlin")).toBeVisible();
    await expect(offer(page)).toBeHidden();
    await page.goto("/settings/members");
    await expect(zoneOfTeam(page)).toHaveValue("Europe/Berlin");
    await expect(page.getByText("Times are said to you on the clock of")).toContainText("Berlin, as the team.");
    await page.goto("/campaigns/new");
    await page.getByLabel("Name", { exact: true }).fill("First");
    await page.getByRole("button", { name: "Make this campaign" }).click();
    await expect(page.getByRole("region", { name: "Sending rules" })).toContainText("in Berlin");
  });
});

test.describe("in Lisbon", () => {
  test.use({ timezoneId: lisbon });

  test("a person reads on her own clock, offered once, and goes back to the team’s", async ({ page }) => {
    await signIn(page, "Anna Keller");
    await expect(clockOfPage(page, "New York")).toBeVisible();
    await expect(offer(page)).toContainText("Your browser is in Lisbon. Say times in Lisbon?");
    await offer(page).getByRole("button", { name: "Say them in Lisbon" }).click();
    await expect(clockOfPage(page, "Lisbon")).toBeVisible();
    await expect(offer(page)).toBeHidden();
    await expect(page.getByText(/, \d+:\d\d in Lisbon$/)).toBeVisible();

    await page.goto("/settings/members");
    await expect(page.getByText("Times are said to you on the clock of")).toContainText("Lisbon.");
    await page.getByRole("button", { name: "As the team, in New York" }).click();
    await expect(page.getByText("Times are said to you on the clock of")).toContainText("New York, as the team.");
    await expect(clockOfPage(page, "New York")).toBeVisible();

    await offer(page).getByRole("button", { name: "Keep New York, as the team" }).click();
    await expect(offer(page)).toBeHidden();
    await page.reload();
    await expect(clockOfPage(page, "New York")).toBeVisible();
    await expect(offer(page)).toBeHidden();
  });

  test("Setup of a campaign in New York names both clocks, and “Saved” is said on the page’s", async ({ page }) => {
    await sql`insert into member_settings (team_id, member_id, timezone)
      select team_id, id, ${lisbon} from members where email = 'anna@contoso.com'
      on conflict (team_id, member_id) do update set timezone = excluded.timezone`;
    await signIn(page, "Anna Keller");
    await upload(page, "clock.csv", peopleAt(domain, 3), 3);
    await startCampaign(page, `Clocks ${domain}`);
    const rules = page.getByRole("region", { name: "Sending rules" });
    await expect(rules).toContainText("in New York");

    await type(page, "Subject", "Your dock");
    await expect(page.getByText(/^Saved /).first()).toBeVisible();
    const said =
      (await page
        .getByText(/^Saved /)
        .first()
        .textContent()) ?? "";
    const minutes = [0, 1].map((ago) => `Saved ${clockIn(lisbon, new Date(Date.now() - ago * 60_000))}`);
    expect(minutes).toContain(said);

    // A day that opens at its midnight, which is not the reader's.
    const day = dayIn("America/New_York", new Date(Date.now() + 48 * 3_600_000));
    await sql`update campaign_settings set send_days = ${[day.toLowerCase()]}, send_window_start = '00:00', send_window_end = '24:00'
      where campaign_id = ${new URL(page.url()).pathname.split("/")[2] ?? ""}`;
    await page.reload();
    const short = day.slice(0, 3);
    await expect(rules).toContainText(
      new RegExp(`The first leaves ${short} \\d+ \\w+ 0:00 in New York \\(\\d:00 here\\) at the earliest`),
    );
    await expect(
      page.getByText(new RegExp(`Would leave about ${short} \\d+ \\w+ 0:00 in New York \\(\\d:00 here\\)`)),
    ).toBeVisible();
    await page.getByRole("button", { name: "Check and launch" }).click();
    await expect(page.getByText(new RegExp(`nothing leaves before ${short} 0:00 in New York \\(\\d:00 here\\)`))).toBeVisible();
  });

  test("a raw call with AET or +05:30 is refused with the sentence, of a team, a person and a campaign", async ({ page }) => {
    await signIn(page, "Anna Keller");
    await page.goto("/settings/members");
    const team = zoneOfTeam(page);
    for (const zone of ["AET", "+05:30"]) {
      const refused = page.getByRole("alert").filter({ hasText: sentence });
      await instead(page, "Europe/Paris", zone, async () => {
        await team.fill("Europe/Paris");
        await page.getByRole("option", { name: /Paris/ }).click();
        await expect(refused).toBeVisible();
      });
      await instead(page, "Europe/Paris", zone, async () => {
        await page.getByRole("button", { name: /^Your clock/ }).click();
        await page.getByLabel("Time zone", { exact: true }).and(page.locator("input")).fill("Europe/Paris");
        await page.getByRole("option", { name: /Paris/ }).click();
        await expect(refused).toHaveCount(2);
      });
      await page.reload();
      await expect(team).toHaveValue("America/New_York");
    }
    await page.goto("/campaigns/new");
    await page.getByLabel("Name", { exact: true }).fill(`Raw ${domain}`);
    await page.getByRole("button", { name: "Make this campaign" }).click();
    const rules = page.getByRole("region", { name: "Sending rules" });
    await instead(page, "Europe/Paris", "+05:30", async () => {
      await rules.getByRole("button", { name: /^Time zone/ }).click();
      await page.getByLabel("Time zone", { exact: true }).and(page.locator("input")).fill("Europe/Paris");
      await page.getByRole("option", { name: /Paris/ }).click();
      await expect(rules.getByRole("alert")).toHaveText(sentence);
    });
    await page.reload();
    await expect(rules).toContainText("in New York");
  });
});

/** What is done meanwhile says another word to the server than the page would. */
async function instead(page: Page, word: string, other: string, act: () => Promise<void>) {
  let changed = 0;
  await page.route("**/*", async (route) => {
    const request = route.request();
    const body = request.method() === "POST" ? request.postData() : null;
    if (!body?.includes(`"${word}"`)) return route.continue();
    changed += 1;
    return route.continue({ postData: body.replace(`"${word}"`, `"${other}"`) });
  });
  await act();
  await page.unroute("**/*");
  expect(changed).toBe(1);
}

function clockIn(timeZone: string, at: Date): string {
  const [hour, minute] = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at).split(":");
  return `${Number(hour)}:${minute}`;
}

const dayIn = (timeZone: string, at: Date) => new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long" }).format(at);
