import { describe, expect, test } from "vitest";
import { readEntry } from "./read-entry";

const one = (text: string) => {
  const read = readEntry(text);
  if ("refused" in read) return read.refused;
  return read.entries.map((entry) => Object.entries(entry)[0]?.join(" ")).join(", ");
};

describe("an address", () => {
  test.each([
    "anna@x.example",
    "  Anna@X.example ",
    "Anna Berg <anna@x.example>",
    "mailto:anna@x.example?subject=Hello",
    "<mailto:Anna%40x.example>",
    "anna@x.example;",
    "anna@x.example, ",
    "'anna@x.example'",
    '"anna@x.example"',
    "anna@x.example.",
  ])("is found in %j", (text) => expect(one(text)).toBe("emailNorm anna@x.example"));

  test("beyond ASCII stands there as written and in punycode, whichever was written", () => {
    expect(one("anna@Bücher.example")).toBe("emailNorm anna@bücher.example, emailNorm anna@xn--bcher-kva.example");
    expect(one("anna@xn--bcher-kva.example")).toBe("emailNorm anna@xn--bcher-kva.example, emailNorm anna@bücher.example");
    expect(one("anna@bu\u0308cher.example")).toBe(one("anna@bücher.example"));
  });
});

describe("a domain", () => {
  test.each([
    "x.example",
    "@x.example",
    "*@X.example",
    "%@x.example",
    "x.example.",
    "www.x.example",
    "https://www.x.example/path?q=1",
    "http://anna@x.example:8080/",
  ])("is found in %j", (text) => expect(one(text)).toBe("domain x.example"));

  test("beyond ASCII stands there both ways", () => {
    expect(one("bücher.example")).toBe("domain bücher.example, domain xn--bcher-kva.example");
    expect(one("*@xn--bcher-kva.example")).toBe("domain xn--bcher-kva.example, domain bücher.example");
  });

  test("of a provider of free mail is allowed: the page warns of it", () => expect(one("gmail.com")).toBe("domain gmail.com"));
});

describe("a wildcard", () => {
  test.each([
    ["*.x.example", "*@*.x.example"],
    ["*@*.x.example", "*@*.x.example"],
    ["@*.x.example", "*@*.x.example"],
    ["info@*", "info@*"],
    ["*@x.*", "*@x.*"],
    ["x.*", "*@x.*"],
    ["%contoso%", "*contoso*"],
    ["%.x.example", "*@*.x.example"],
    ["**@*.x.example", "*@*.x.example"],
    ["anna*@x.example", "anna*@x.example"],
    ["*contoso.com", "*contoso.com"],
    ["*@*.acme-group.example", "*@*.acme-group.example"],
    ["*@*.contoso.co.uk", "*@*.contoso.co.uk"],
  ])("%s is %s", (text, wildcard) => expect(one(text)).toBe(`wildcard ${wildcard}`));

  test("beyond ASCII stands there both ways", () =>
    expect(one("*.bücher.example")).toBe("wildcard *@*.bücher.example, wildcard *@*.xn--bcher-kva.example"));

  test.each(["*", "%", "*@*", "*@*.*", "*.*", "@*", "**", "*@", "@"])("that is everybody is refused: %s", (text) =>
    expect(readEntry(text)).toEqual({ refused: expect.stringMatching(/everybody|no address/) }),
  );

  test.each(["*.com", "*@*.de", "*@*.co.uk", "*.co.uk", "*com", "*@*de", "*@*.c*m", "*.museum", "*e"])(
    "that is all of an ending is refused: %s",
    (text) => expect(readEntry(text)).toEqual({ refused: expect.stringMatching(/ends in|everybody|Too few/) }),
  );

  test.each(["a*", "*a*", "*@*x*", "*q*z*"])("of a letter or two is refused: %s", (text) =>
    expect(readEntry(text)).toEqual({ refused: expect.stringContaining("few letters") }),
  );
});

test.each([
  ["", "There is no address, domain or wildcard."],
  [" ,; ", "There is no address, domain or wildcard."],
  ["com", "“com” is no address and no domain. Write anna@com.com, or com.com."],
  ["anna@x", "The domain has no ending."],
  ["anna@@x.example", "Two @ in the address."],
  ["anna@x.example, ben@x.example", "More than one in it: one address, domain or wildcard at a time."],
  ["anna berg@x.example", "A space in the address."],
  ["x.example y.example", "A space in it: one address, domain or wildcard at a time."],
  ["-x-.example", "The domain is not sound."],
  ["an\u200bna@x.example", "A character in the address that nobody sees."],
  ["in<fo@*", "The wildcard holds a character that stands in no address."],
  [`${"a".repeat(500)}@x.example`, "This is too long for an address or a domain."],
])("%j is refused with a sentence", (text, sentence) => expect(readEntry(text)).toEqual({ refused: sentence }));
