// @vitest-environment happy-dom
import { MantineProvider, Modal } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { readShown, show } from "@/app/ui/toast/shown";
import { useDialog } from "./use-later";

afterEach(() => {
  cleanup();
  show(null);
});

type DialogProps = { opened: boolean; onClose: () => void };
function Asks({ opened, onClose }: DialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Sure?">
      <button type="button" data-autofocus onClick={onClose}>
        Leave it
      </button>
    </Modal>
  );
}

function Page({ load }: { load: () => Promise<typeof Asks> }) {
  const { Dialog, shown, close, button } = useDialog(load);
  return (
    <MantineProvider env="test">
      <button type="button" {...button}>
        Ask
      </button>
      {Dialog && <Dialog opened={shown} onClose={close} />}
    </MantineProvider>
  );
}

const press = () => {
  screen.getByText("Ask").focus();
  fireEvent.click(screen.getByText("Ask"));
};

test("a dialog comes with the first press, takes the focus and gives it back", async () => {
  render(<Page load={async () => Asks} />);
  press();
  const leave = await screen.findByRole("button", { name: "Leave it" });
  await waitFor(() => expect(document.activeElement).toBe(leave));
  fireEvent.click(leave);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText("Ask")));
  press();
  await screen.findByRole("button", { name: "Leave it" });
});

test("a dialog that cannot be loaded is said, and opens by the next press", async () => {
  const load = vi.fn(async () => Asks);
  for (let time = 0; time < 3; time += 1) load.mockRejectedValueOnce(new Error("away"));
  render(<Page load={load} />);
  press();
  await waitFor(() => expect(readShown()?.words).toBe("This could not be loaded."));
  expect(screen.queryByRole("dialog")).toBeNull();
  press();
  await screen.findByRole("dialog");
});
