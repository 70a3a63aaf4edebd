// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { PersonMenu } from "./person-menu";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
afterEach(cleanup);

const show = () =>
  render(
    <MantineProvider>
      <PersonMenu name="Anna Keller" email="anna@contoso.com" />
    </MantineProvider>,
  );
/** Its module is made in this moment. */
const signOut = () => screen.findByRole("menuitem", { name: "Sign out" }, { timeout: 10_000 });
const button = () => screen.getByRole("button", { name: /Anna Keller/ });

test("the menu that is loaded by the first press opens with it, and closed gives the focus back to its button", async () => {
  show();
  expect(button().getAttribute("aria-haspopup")).toBe("menu");
  expect(button().getAttribute("aria-expanded")).toBe("false");
  button().focus();
  fireEvent.click(button());
  const out = await signOut();
  expect(button().getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText("anna@contoso.com")).toBeTruthy();
  fireEvent.keyDown(out, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("menuitem", { name: "Sign out" })).toBeNull());
  expect(document.activeElement).toBe(button());
  fireEvent.click(button());
  await waitFor(() => expect(button().getAttribute("aria-expanded")).toBe("true"));
});
