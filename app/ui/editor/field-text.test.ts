import { describe, expect, test } from "vitest";
import { withChips, withoutChips } from "./field-text";

describe("fields in a text", () => {
  test.each([
    "<p>Hi {{ first_name }},</p>",
    '<p>Hi {{ first_name | default: "there" }}, at {{ company }}</p>',
    '<p>{{ a | default: "x & y <b>" }}</p>',
    "<p>{% if company %}{{ company }}{% endif %}</p>",
    "<p>{{ name | upcase }}</p>",
  ])("become chips and the same text again: %s", (text) => {
    expect(withoutChips(withChips(text))).toBe(text);
  });

  test("that are no plain field stay text", () => {
    expect(withChips("{{ name | upcase }} {% if x %}")).toBe("{{ name | upcase }} {% if x %}");
  });
});
