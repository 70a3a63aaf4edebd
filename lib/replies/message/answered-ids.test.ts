import { expect, test } from "vitest";
import { answeredIds } from "./answered-ids";

test("the ids a message answers: In-Reply-To, then References from the latest", () => {
  expect(
    answeredIds({
      headers: [
        { name: "References", value: "<a@x> <b@x>\r\n <c@x>" },
        { name: "In-Reply-To", value: "<c@x>" },
      ],
    }),
  ).toEqual(["<c@x>", "<b@x>", "<a@x>"]);
});
