import { expect, test } from "vitest";
import { showAddress, soundAddress } from "./sound-address";

test.each([
  ["Anna@Contoso.com", "Anna@Contoso.com"],
  ["anna@bücher.example", "anna@xn--bcher-kva.example"],
  ["anna@BÜCHER.example", "anna@xn--bcher-kva.example"],
  ["anna@bu\u0308cher.example", "anna@xn--bcher-kva.example"],
  ["anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example"],
  ["\ufeffanna\u200b@contoso.com\u00a0", "anna@contoso.com"],
  ["jose\u0301@contoso.com", "jos\u00e9@contoso.com"],
  ["\uff41\uff4e\uff4e\uff41@contoso.com", "anna@contoso.com"],
  // A number alone is no domain of the network: it stays what somebody wrote.
  ["anna@127", "anna@127"],
  ["no address", "no address"],
])("%j is %j", (written, sound) => {
  expect(soundAddress(written)).toBe(sound);
  expect(soundAddress(sound)).toBe(sound);
});

test("a person reads the letters of a domain", () => {
  expect(showAddress("anna@xn--bcher-kva.example")).toBe("anna@bücher.example");
  expect(showAddress("anna@contoso.com")).toBe("anna@contoso.com");
});
