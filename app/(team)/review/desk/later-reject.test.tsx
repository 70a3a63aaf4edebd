// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { rejectReasons } from "@/lib/drafts/reject-reasons";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { LaterReject } from "./later-reject";

afterEach(cleanup);

const view = { contact: { name: "Lena Vogt" }, campaign: null } as unknown as DraftView;

function show() {
  const on = { close: vi.fn(), reject: vi.fn() };
  const page = (opened: boolean) => (
    <MantineProvider env="test">
      <LaterReject view={view} opened={opened} onClose={on.close} onReject={on.reject} />
    </MantineProvider>
  );
  const { rerender } = render(page(false));
  rerender(page(true));
  return on;
}
const press = (key: string) => fireEvent.keyDown(document.body, { key });
const dialog = () => screen.findByRole("dialog", { name: "Why not send this to Lena Vogt?" }, { timeout: 10_000 });

test("a reason's key rejects from the press of X on, also before the dialog is there", () => {
  const on = show();
  expect(screen.queryByRole("dialog")).toBeNull();
  press("2");
  expect(on.reject).toHaveBeenCalledExactlyOnceWith(rejectReasons[1]);
  expect(on.close).toHaveBeenCalledOnce();
});

test("Esc leaves it, also before the dialog is there", () => {
  const on = show();
  press("Escape");
  expect(on.close).toHaveBeenCalledOnce();
  expect(on.reject).not.toHaveBeenCalled();
});

test("5 leads to a reason of one's own, before the dialog is there and in it", async () => {
  const on = show();
  press("5");
  await dialog();
  const own = screen.getByRole("textbox");
  await waitFor(() => expect(document.activeElement).toBe(own));
  // Once it is there, digits are words in the field, and reasons elsewhere.
  fireEvent.keyDown(own, { key: "1" });
  expect(on.reject).not.toHaveBeenCalled();
  screen.getByRole("button", { name: /Keep the draft/ }).focus();
  press("5");
  expect(document.activeElement).toBe(own);
  press("1");
  expect(on.reject).toHaveBeenCalledExactlyOnceWith(rejectReasons[0]);
});
