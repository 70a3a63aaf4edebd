import { expect, test } from "vitest";
import { isShared, sharedNames } from "./shared-names";
import { isThrowAway } from "./throw-away";

test.each([
  "info@x.example",
  "no-reply@x.example",
  "Customer.Service@x.example",
  "sales+shop@x.example",
  "büro@x.example",
  "compras@x.example",
])("%s is shared", (address) => expect(isShared(address.toLowerCase())).toBe(true));
test.each(["lea@x.example", "infomann@x.example", "j.sales@x.example", "@x.example", "nobody", "hr.mueller@x.example"])(
  "%s is somebody's",
  (address) => expect(isShared(address)).toBe(false),
);
test("addresses for a few minutes are known by their domain, those of providers are none", () => {
  expect(["a@mailinator.com", "a@yopmail.com", "a@gmail.com", "a@gmx.de", "a@contoso.com"].map(isThrowAway)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
test("the names are as they are compared", () => {
  expect(sharedNames.filter((name) => name !== name.toLowerCase() || /[.\-_+\s]/.test(name) || name === "")).toEqual([]);
});
