// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Quoted } from "./quoted";

const marked = (text: string, words: string | null) => {
  const { container } = render(<Quoted text={text} words={words} />);
  return { said: container.textContent, words: container.querySelector("mark")?.textContent ?? null };
};

test("the words that name the day are underlined, however they were broken and written", () => {
  expect(marked("I am away\n until  30 November.", "Until 30\nNovember")).toEqual({
    said: "“I am away until 30 November.”",
    words: "until 30 November",
  });
});

test("words that do not stand there underline nothing", () => {
  expect(marked("I am away.", "until Monday")).toEqual({ said: "“I am away.”", words: null });
  expect(marked("I am away.", null).words).toBeNull();
});

test("a long text keeps what is around the words", () => {
  const { said, words } = marked(`${"a ".repeat(900)}until Monday${" b".repeat(900)}`, "until Monday");
  expect(words).toBe("until Monday");
  expect(said?.length).toBeLessThan(700);
  expect(said).toMatch(/^“….*until Monday.*…”$/);
});
