import { threadTime } from "@/lib/env/testing/thread-time";

/** Below this a measurement says more of the machine than of the text. */
const floorMs = 10;
/** Eight times the text in less than this many times the time: linear is eight, quadratic sixty-four. */
export const mostGrowth = 24;
const tries = 8;
/** A machine that is busy is so for a while, and what a text leaves to be collected then waits longer the more there is of it. */
const restMs = 150;

/**
 * How much longer `read` takes for eight times the text, where it takes long enough to be measured; null where it never does. The text grows until it
 * is `longest` letters or takes a while; a machine that is busy makes a single measurement longer, never shorter, so the shortest of some counts.
 */
export function growthOf(read: (text: string) => unknown, textOf: (letters: number) => string, longest: number): number | null {
  const once = (text: string) => {
    // Time of the processor: others that have their turn meanwhile are not counted.
    const began = threadTime();
    read(text);
    return threadTime() - began;
  };
  const shortest = (text: string, times: number) => Math.min(...Array.from({ length: times }, () => once(text)));
  let letters = Math.min(1000, longest);
  let took = once(textOf(letters));
  while (letters < longest && took < 6 * floorMs) {
    letters = Math.min(letters * 2, longest);
    // Where it is long enough it is measured again: of a text that only seemed to take long the eighth part is too short to be measured.
    took = once(textOf(letters));
    if (took >= 6 * floorMs && took < 1000) took = Math.min(took, shortest(textOf(letters), 2));
  }
  if (took < floorMs) return null;
  let [whole, eighth] = [took > 1000 ? took : Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const growth = () => whole / Math.max(eighth, floorMs / 8);
  for (let tried = 0; tried < 2 || (tried < tries && growth() >= mostGrowth); tried++) {
    if (tried > 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tried * restMs);
    if (took <= 1000) whole = Math.min(whole, shortest(textOf(letters), 3));
    if (whole < floorMs) return null;
    eighth = Math.min(eighth, shortest(textOf(letters / 8), 5));
  }
  return growth();
}

/** Texts that patterns with a begin and an end, or with two runs of one kind, read over and over. */
export const hostile: Record<string, (letters: number) => string> = {
  ...Object.fromEntries(
    [
      ["{{a|", ""],
      ["{{", ""],
      ["{%", ""],
      ["{ ", ""],
      ["{{a}}", ""],
      ["{% if a %}", ""],
      ["{{a|default:&quot;", ""],
      ["{{a | default: '", ""],
      ["{{ a | upcase | ", ""],
      ["<a", ""],
      ["<", ""],
      ['<a href="', ""],
      ["<br ", ""],
      ["<!--", ""],
      ["<div><p>", ""],
      ["<p>a</p>", ""],
      ["</p>", ""],
      ["<style>", ""],
      ["<table><tr><td>", ""],
      ["<blockquote>", ""],
      ['<span data-field="a"', ""],
      ["&amp;", ""],
      ["&", ""],
      ["&#", ""],
      ["((((", ""],
      ["[", ""],
      ["[[a]", ""],
      ["\n>", ""],
      ["\n> a\n", ""],
      ["\n", "x"],
      ["\r", "x"],
      ["\r\n", "x"],
      [" \t", "x"],
      [" ", "x"],
      [" \n", "x"],
      ["a ", ""],
      ["a", "!"],
      ["A", "!"],
      ["1", "!"],
      ["1.", "!"],
      ["中", "!"],
      ["é", "!"],
      ["a@", ""],
      ["a@a.", ""],
      ["@", "x"],
      ["a@b.example ", ""],
      ["a.", "!"],
      ["www.", ""],
      ["https://a.", ""],
      ["=?utf-8?q?", ""],
      ["=?utf-8?q?a?=", ""],
      ["!", "x"],
      [".", "x"],
      ["。", "x"],
      ['…"', "x"],
      ['"', "x"],
      ["'", "x"],
      ["-", "x"],
      ["_", "x"],
      [",", "x"],
      [";", "x"],
      [":", "x"],
      ["*", "x"],
      ["%", "x"],
      ["+", "x"],
      ["/", "x"],
      ["\\", "x"],
      ["|", "x"],
      ["$", "x"],
      ["Re: ", "x"],
      ["From: a\n", "x"],
      ["On a wrote:\n", "x"],
      ["-----Original Message-----\n", "x"],
      ["550 5.1.1 ", "x"],
      ["\n550-", "x"],
      ["cc: ", "x"],
      ["unsubscribe ", "x"],
      ["\u202e", "x"],
      ["\u200b", "x"],
      ["data:image/png;base64,", ""],
      ['style="a:', ""],
      ["url(", ""],
    ].map(([piece = "", end = ""]) => [
      JSON.stringify(piece + end),
      (letters: number) => piece.repeat(Math.ceil(letters / piece.length)).slice(0, letters) + end,
    ]),
  ),
  "tags in tags": (letters) => "<b>".repeat(letters / 8) + "</b>".repeat(letters / 8),
  "paragraphs in paragraphs": (letters) => "<div>".repeat(letters / 11) + "</div>".repeat(letters / 11),
  "a long attribute": (letters) => `<a href="${"x ".repeat(letters / 2)}">a</a>`,
  "a style without end": (letters) => `<p style="${"color:red;".repeat(letters / 10)}">a</p>`,
};
