import { expect, test } from "vitest";
import { checkAddress } from "./check-address";

test.each(["anna@contoso.com", "jos\u00e9@b\u00fccher.example", "x@xn--bcher-kva.example"])("%j is an address", (email) => {
  expect(checkAddress(email)).toBeNull();
});

test.each([
  ["x\u200b@y.example", /nobody sees/],
  ["x@y\u00ad.example", /nobody sees/],
  ["jose\u0301@y.example", /unusual way/],
  ["\uff58@y.example", /unusual way/],
])("%j would be another person than who writes it plainly", (email, says) => {
  expect(checkAddress(email)).toMatch(says);
});
