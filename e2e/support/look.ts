import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const folder = "test-results/pages";

/** Pictures of what is open, on a desktop and a phone; it must be no wider than either, and axe finds nothing serious in it. */
export async function look(page: Page, name: string, scheme: string) {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(wide, `${name} is wider than a ${width}`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
  }
  await page.setViewportSize(widths.desktop);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .exclude("iframe")
    .analyze();
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  const said = serious.map((one) => {
    const places = one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3);
    return `${one.id}: ${places.join(" | ")}`;
  });
  expect.soft(said, `axe on ${name}`).toEqual([]);
}

/** Until the page has come alive: taken over from what the server sent, with its fonts, and drawn once more. */
export async function untilAlive(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? document.body).some((key) => key.startsWith("__react")),
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
}

/** Everything the browser complains of in pages of this context. A page that is not found answers 404, and the browser says so. */
export function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !/404/.test(message.text())) complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  return complaints;
}
