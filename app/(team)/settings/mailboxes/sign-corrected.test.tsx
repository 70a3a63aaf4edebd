// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signCorrectedAction } from "../../review/actions";
import { SignCorrected } from "./sign-corrected";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
vi.mock("../../review/actions", () => ({ signCorrectedAction: vi.fn() }));

const action = vi.mocked(signCorrectedAction);
const batch = (signed: number, after: string | null) => ({ ok: true as const, data: { signed, after } });
const shown = { senderAccountId: "m", from: "anna@old.example", to: "anna@new.example", count: 140 };

beforeEach(() => {
  action.mockReset();
  refresh.mockClear();
});
afterEach(cleanup);

function ask() {
  render(
    <MantineProvider>
      <SignCorrected corrected={[shown]} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Sign 140 again" }));
}

test("it says what will happen, and nothing is signed before it is confirmed", async () => {
  ask();
  expect(await screen.findByText(/140 mails signed as anna@old.example go out as anna@new.example/)).toBeTruthy();
  expect(action).not.toHaveBeenCalled();
});

test("confirmed, it signs one batch after the other until none is left, then the page is read anew", async () => {
  action.mockResolvedValueOnce(batch(100, "d")).mockResolvedValueOnce(batch(40, null));
  ask();
  fireEvent.click(await screen.findByRole("button", { name: "Sign 140 mails as anna@new.example" }));
  await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  expect(action.mock.calls).toEqual([[{ ...shown, after: null }], [{ ...shown, after: "d" }]]);
});

test("a refusal is told and ends it", async () => {
  action.mockResolvedValueOnce({ ok: false, error: { code: "conflict", message: "More wait now." } });
  ask();
  fireEvent.click(await screen.findByRole("button", { name: "Sign 140 mails as anna@new.example" }));
  expect(await screen.findByText("More wait now.")).toBeTruthy();
  expect(action).toHaveBeenCalledOnce();
});
