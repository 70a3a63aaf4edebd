import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { look, untilAlive } from "../support/look";
import { signIn } from "../support/people";
import { signalProgram } from "../support/programs";
import { test } from "../support/test";
import { untilSilent } from "../support/time-passes";

/** PROVE=1 is the full size: the minutes until silence is said are real. */
const full = process.env.PROVE === "1";

type Health = { engine: { state: string; sweepSecondsAgo: number | null; pollSecondsAgo: number | null } | null };
const health = async (request: APIRequestContext, which: "live" | "ready") => {
  const answer = await request.get(`/api/health/${which}`);
  return { code: answer.status(), told: (await answer.json()) as Health };
};

/** A picture of the page as it stands, in both widths. */
async function show(page: Page, address: string, name: string) {
  await page.goto(address);
  await untilAlive(page);
  await look(page, name, "light");
}

test("a job runner that stands still is said to members, administrators and programs, and it is over when it goes on", async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  await signIn(page, "Anna Keller");
  // The first minute after a start has no beat yet.
  await expect
    .poll(
      async () => {
        const { engine } = (await health(page.request, "ready")).told;
        return engine?.state === "beats" && engine.sweepSecondsAgo !== null && engine.pollSecondsAgo !== null;
      },
      { timeout: 180_000 },
    )
    .toBe(true);
  await page.goto("/settings/engine");
  await expect(page.getByRole("heading", { name: "The job runner beats" })).toBeVisible();
  await show(page, "/settings/engine", "engine");
  const member = await (await browser.newContext()).newPage();
  await signIn(member, "Ben Ortiz");
  await member.goto("/settings/engine");
  await expect(member.getByRole("heading", { name: "This page is for administrators" })).toBeVisible();
  await expect(member.getByRole("link", { name: "Engine" })).toHaveCount(0);
  await member.goto("/");
  try {
    await signalProgram("inngest", "SIGSTOP");
    const state = async () => {
      if (!full) await untilSilent();
      return (await health(page.request, "ready")).told.engine?.state;
    };
    await expect.poll(state, { timeout: 240_000, intervals: [2000] }).toMatch(/silent|refused/);
    // Pages that stand open hear of it by themselves.
    await expect(member.getByText("Mail is being held up:")).toBeVisible({ timeout: 30_000 });
    await expect(member.getByText("(administrator) can look under Settings → Engine")).toBeVisible();
    await expect(member.getByText("Mail is held up", { exact: true })).toBeVisible();
    await show(member, "/", "today-held-up-member");
    expect((await health(page.request, "live")).code).toBe(200);
    expect((await health(page.request, "ready")).code).toBe(200);
    await page.goto("/");
    await page.getByRole("link", { name: "What to do" }).click();
    await expect(page.getByRole("heading", { name: "What to do" })).toBeVisible();
    await show(page, "/settings/engine", "engine-silent");
    await member.goto("/");
  } finally {
    await signalProgram("inngest", "SIGCONT");
  }
  await expect(member.getByText("Mail is being held up:")).toHaveCount(0, { timeout: 120_000 });
  await expect(member.getByText("Mail is held up", { exact: true })).toHaveCount(0);
});
