import { expect, test } from "vitest";
import type { TakenBack } from "@/lib/drafts/sign-all/take-back-signing";
import { sayTakenBack } from "./say-taken-back";

test.each<[TakenBack, string, string | undefined]>([
  [{ taken: 9, left: 3 }, "9 came back. 3 had left.", "They stay signed."],
  [{ taken: 11, left: 1 }, "11 came back. 1 had left.", "It stays signed."],
  [{ taken: 1204, left: 0 }, "1,204 came back.", undefined],
  [{ taken: 0, left: 3 }, "None came back. 3 had left.", "They stay signed."],
  [{ taken: 0, left: 0 }, "Nothing was signed, so nothing came back.", undefined],
])("of an order that is taken back it says what came of it: %o", (back, words, detail) => {
  expect(sayTakenBack(back)).toEqual([words, detail ? { detail } : {}]);
});
