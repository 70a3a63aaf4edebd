import { describe, expect, it } from "vitest";
import { cleanSignature, signatureFromText, signatureToText } from "./clean-signature";

describe("a signature block", () => {
  it("keeps its words and loses what could act", () => {
    expect(
      cleanSignature(
        '<p onclick="x()">Anna <b>Keller</b><script>x()</script></p><img src=x onerror=y><a href="javascript:x()">site</a>',
      ),
    ).toBe("<p>Anna <strong>Keller</strong></p><a>site</a>");
  });
  it("comes back as it was typed", () => {
    const text = "Anna Keller\nSales & more <Contoso>\n\nPortland";
    expect(signatureToText(cleanSignature(signatureFromText(text)))).toBe(text);
    expect(signatureFromText("  ")).toBe("");
  });
});
