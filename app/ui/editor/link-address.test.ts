import { describe, expect, it } from "vitest";
import { linkAddress } from "./link-address";

describe("the address of a link", () => {
  it.each([
    ["https://contoso.com/a?b=c", "https://contoso.com/a?b=c"],
    [" contoso.com ", "https://contoso.com"],
    ["contoso.com:8080/a", "https://contoso.com:8080/a"],
    ["anna@contoso.com", "mailto:anna@contoso.com"],
    ["tel:+15551234", "tel:+15551234"],
    ["", ""],
    ["https://", ""],
  ])("takes %j as %j", (written, address) => expect(linkAddress(written)).toBe(address));
  it.each(["javascript:alert(1)", "data:text/html,x", "two words", "contoso", "//contoso.com"])("refuses %j", (written) =>
    expect(linkAddress(written)).toBeNull(),
  );
});
