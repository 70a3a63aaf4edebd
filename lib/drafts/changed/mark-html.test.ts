import { describe, expect, test } from "vitest";
import { markWords } from "@/lib/mail/compare/mark-words";
import { readBody } from "@/lib/mail/compare/read-body";
import { markHtml } from "./mark-html";

const mail = (text: string, history: string) =>
  `<div data-part="text"><p>${text}</p></div><div data-part="footer"><p>Contoso, 12 Harbor Street</p></div><div data-part="history"><p>${history}</p></div>`;
const signed = mail("Hi Lena, one more word.", "Hi Lena, our first mail.");
const shown = (found: string, side: "signed" | "found" | "both") =>
  markHtml(markWords(readBody(signed).words, readBody(found).words), signed, side);

describe("the mail before, which a letter folds", () => {
  test("stays folded where nothing in it was changed", () => {
    const html = shown(mail("Hi Lena, one free month.", "Hi Lena, our first mail."), "found");
    expect(html).toContain("<mark>");
    expect(html).toContain('data-part="history"');
  });

  test.each(["found", "both"] as const)("is open where words stand in it that nobody signed (%s)", (side) => {
    const html = shown(mail("Hi Lena, one more word.", "Hi Lena, our first mail was free."), side);
    expect(html).toMatch(/<mark>[^<]*free/);
    expect(html).not.toContain('data-part="history"');
  });
});
