import type { Page } from "@playwright/test";

/** A row of the list, and the heading of the thread that is open, by the first name of whom it is with. */
export const rowOf = (page: Page, first: string) =>
  page.getByRole("listbox", { name: "Threads" }).getByRole("option", { name: `${first} Probe` });
export const subjectOf = (page: Page, first: string) =>
  page.getByRole("heading", { name: `About ${first}`, exact: true }).first();
export const boxOf = (page: Page, first: string) => page.getByRole("textbox", { name: `Answer to ${first}` });

/** Milliseconds from a key's press until the thread about `first` stands there, as the page itself measures it. */
export function measureKey(page: Page, key: string, first: string): Promise<number> {
  return page.evaluate(
    ({ key, words }) =>
      new Promise<number>((done) => {
        const began = performance.now();
        const seen = () => [...document.querySelectorAll("main h2")].some((one) => one.textContent === words);
        const look = () => {
          const took = performance.now() - began;
          if (seen() || took > 10_000) done(took);
          else requestAnimationFrame(look);
        };
        document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        look();
      }),
    { key, words: `About ${first}` },
  );
}

/** The middle one, and the largest. */
export function middleAndWorst(given: number[]): { middle: number; worst: number } {
  const sorted = [...given].sort((one, other) => one - other);
  return { middle: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}
