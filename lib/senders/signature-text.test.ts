import { describe, expect, it } from "vitest";
import { linesOf, sanitizeHtml } from "../mail/sanitize-html";
import { signatureFromText } from "./signature-text";

describe("a signature block", () => {
  it("keeps its words and loses what could act", () => {
    expect(
      sanitizeHtml(
        '<p onclick="x()">Anna <b>Keller</b><script>x()</script></p><img src=x onerror=y><a href="javascript:x()">site</a>',
      ),
    ).toBe("<p>Anna <b>Keller</b></p><a>site</a>");
  });
  it("comes back as it was typed", () => {
    const text = "Anna Keller\nSales & more <Contoso>\n\nPortland";
    expect(linesOf(sanitizeHtml(signatureFromText(text)))).toBe(text);
    expect(signatureFromText("  ")).toBe("");
  });
});
