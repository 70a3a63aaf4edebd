import { expect, test } from "vitest";
import { sayAdded } from "./say-added";

const text = '<div data-part="text"><p>Hello</p></div>';
const line = '<div data-part="footer">Unsubscribe</div>';
const quote = `<div data-part="history">${text}${line}</div>`;

test("the line of the mail before, which an answer quotes, is not one that is added", () => {
  const [first, answer] = [{ html: `${text}${line}` }, { html: `${text}${quote}` }];
  expect(sayAdded([])).toBe("Unsubscribe line is added here");
  expect(sayAdded([first, { html: `${text}${line}${quote}` }])).toBe("Unsubscribe line is added here");
  expect(sayAdded([answer, { html: text }])).toBe("No unsubscribe line is added");
  expect(sayAdded([first, answer])).toContain("for those whose thread it does not answer");
});
