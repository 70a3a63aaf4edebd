import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const folder = "test-results/pages";

/** Such as ask how colours stand out; the others ask for names, roles and sizes, which a scheme does not change. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

const full = process.env.PROVE === "1";

/**
 * Pictures of what is open, on a desktop and a phone; it must be no wider than either, and axe finds nothing serious in it. In the dark axe asks for
 * the colours alone, on a desktop, as whoever looks in the dark looks at the same in the light, too; PROVE=1 asks for everything in both.
 */
export async function look(page: Page, name: string, scheme: "light" | "dark") {
  for (const [width, size] of Object.entries(widths)) {
    if (width === "phone" && scheme === "dark" && !full) continue;
    await page.setViewportSize(size);
    // What opens beside a button takes its new place a moment after the width changed.
    await expect.soft.poll(() => page.evaluate(tooWide), { message: `${name} is wider than a ${width}` }).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
  }
  await page.setViewportSize(widths.desktop);
  // Frames are left out, so axe needs no second page in which it brings them together: that takes two fifths of its time.
  const axe = new AxeBuilder({ page }).exclude("iframe").setLegacyMode(true);
  if (full || scheme === "light") axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
  else axe.withRules(rulesOfColour);
  const { violations } = await axe.analyze();
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  const said = serious.map((one) => {
    const places = one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3);
    return `${one.id}: ${places.join(" | ")}`;
  });
  expect.soft(said, `axe on ${name}`).toEqual([]);
}

/** By how many pixels the page is wider than what one sees of it. */
const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Until the page has come alive: taken over from what the server sent, with its fonts, and drawn once more. */
export async function untilAlive(page: Page) {
  // What stands in main comes to life after it: a part that was streamed is taken up by itself.
  await page.waitForFunction(() =>
    [...(document.querySelector("main") ?? document.body).querySelectorAll("button, input, main > *, [role='option']")].every(
      (element) => Object.keys(element).some((key) => key.startsWith("__react")),
    ),
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
