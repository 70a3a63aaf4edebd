// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { openKeys, Shortcuts } from "./shortcuts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
afterEach(cleanup);

test("the list of keys, loaded as it is opened first, gives the focus back to where it was", async () => {
  render(
    <MantineProvider>
      <button type="button">here</button>
      <Shortcuts mayWrite />
    </MantineProvider>,
  );
  screen.getByRole("button", { name: "here" }).focus();
  act(() => openKeys());
  const dialog = await screen.findByRole("dialog", { name: "Keys" }, { timeout: 10_000 });
  fireEvent.keyDown(dialog, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Keys" })).toBeNull(), { timeout: 5000 });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("here"));
});
