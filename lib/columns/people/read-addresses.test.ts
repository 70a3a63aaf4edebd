import { expect, test } from "vitest";
import { checkAddress } from "../../mail/check-address";
import { addressOf } from "../map-row";
import { readAddresses } from "./read-addresses";

test.each([
  ["lea@hale.example", ["lea@hale.example"]],
  ["mailto:lea@hale.example?subject=Hi", ["lea@hale.example"]],
  ["Lea Hale <lea@hale.example>", ["lea@hale.example"]],
  ['"Hale, Lea" <lea@hale.example>,', ["lea@hale.example"]],
  ["lea@hale.example ::: lea@home.example", ["lea@hale.example", "lea@home.example"]],
  ["lea@hale.example; tom@ode.example", ["lea@hale.example", "tom@ode.example"]],
  ["lea@hale.example.", ["lea@hale.example"]],
  ["E-Mail: lea@hale.example", ["lea@hale.example"]],
  ["lea@hale.example (Lea)", ["lea@hale.example"]],
  ["'lea@hale.example'", ["lea@hale.example"]],
  ['=HYPERLINK("mailto:lea@hale.example","Lea")', ["lea@hale.example"]],
  ["ｌｅａ＠hale.example", ["lea@hale.example"]],
  ["lea\u200b@hale\u00ad.example", ["lea@hale.example"]],
])("%s holds %j", (cell, addresses) => {
  expect(readAddresses(cell)).toEqual(addresses);
});

/** What is cut off, or stands beside somebody else's word, is no address: half of one is another person's. */
test.each([
  "lea@hale.co…",
  "…lea@hale.example",
  "lea@hale.co...",
  "a nna@hale.example",
  "lea @hale.example",
  "Assistant: tom@ode.example",
  "unsubscribed: lea@hale.example",
  "write to lea@hale.example",
  "http://lea:secret@hale.example",
  "lea\u00b2@hale.example and tom@ode.example",
  "lea at hale dot example",
  "m\ufffdller@hale.example",
])("of %s nobody is mailed", (cell) => {
  const address = addressOf([{ header: "E-mail", target: "email" }])([cell]);
  expect(checkAddress(address), address).not.toBeNull();
});

test("where the first address of a cell is none, the next that is sound is the person's", () => {
  expect(addressOf([{ header: "E-mail", target: "email" }])(["lea@@hale.example, tom@ode.example"])).not.toBe("lea@hale.example");
});
