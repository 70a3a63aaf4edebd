import { expect, test } from "vitest";
import { nameThing } from "./name-thing";

test.each([
  ["/campaigns/7d1", "campaign"],
  ["/contacts/7d1", "contact"],
  ["/contacts/lists/7d1", "list"],
  ["/review/7d1", "draft"],
  ["/settings/mailboxes/7d1", "mailbox"],
  ["/settings/nowhere", "page"],
  ["/", "page"],
])("%s leads to a %s", (path, thing) => {
  expect(nameThing(path)).toBe(thing);
});
