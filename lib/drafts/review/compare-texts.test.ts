import { expect, test } from "vitest";
import { compareTexts } from "./compare-texts";

test("added and removed words are marked, the rest stands as it was", () => {
  expect(compareTexts("<p>Hi <b>Lenna</b>,</p><p>a short call?</p>", "<p>Hi <b>Lenna</b>,</p><p>a long call?</p>")).toBe(
    "<p>Hi Lenna,</p><p>a <del>short</del><ins>long</ins> call?</p>",
  );
});

test("a break inside a paragraph stays one", () => {
  expect(compareTexts("<p>Best,<br>Anna</p>", "<p>Best,<br>Anna K</p>")).toBe("<p>Best,<br>Anna<ins> K</ins></p>");
});

test("a link that leads elsewhere is seen, though its words are the same", () => {
  const link = (to: string) => `<p><a href="${to}">Read on</a></p>`;
  const html = compareTexts(link("https://a.example"), link("https://b.example"));
  expect(html).toContain("<del>a</del>");
  expect(html).toContain("<ins>b</ins>");
});

test("a change of emphasis alone is said", () => {
  expect(compareTexts("<p>one</p>", "<p><b>one</b></p>")).toContain("Only emphasis");
  expect(compareTexts("<p>one</p>", "<p>one</p>")).toBe("<p>one</p>");
});

test("markup in words stays text", () => {
  expect(compareTexts("<p>1 &lt; 2</p>", "<p>1 &lt; 3</p>")).toBe("<p>1 &lt; <del>2</del><ins>3</ins></p>");
});
