// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import type { Desk } from "../use-desk";
import { SigningStatus } from "./signing-status";

afterEach(cleanup);

const over: Signing = {
  ...{ id: "j1", mine: true, by: "Anna", state: "done", signed: 40, of: 40, refused: 0, changed: [], settled: 0 },
  holding: 9,
  left: 8,
};
const buttons = (signing: Signing) => {
  const { unmount } = render(<SigningStatus signing={signing} desk={{} as Desk} maySign />);
  const names = screen.queryAllByRole("button").map((button) => button.textContent);
  unmount();
  return names;
};

test("offers to take an order back only as long as something of it has not left", () => {
  expect(buttons(over)).toEqual(["Take all back"]);
  expect(buttons({ ...over, left: 9 })).toEqual([]);
  expect(buttons({ ...over, state: "running", signed: 0, holding: 0, left: 0 })).toEqual(["Stop"]);
});
