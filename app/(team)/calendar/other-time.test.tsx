// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import { OtherTime } from "./other-time";

const asked = vi.hoisted(() => ({ times: vi.fn() }));
vi.mock("./actions", () => ({ readTimesAction: asked.times }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const row = { draftId: "d", here: "9:00", at: "2026-11-24T14:00:00Z", seal: null } as ScheduledRow;

test("who presses Enter before the answer to a new time never gets the one that was shown before", async () => {
  vi.useFakeTimers();
  const begin = { day: "2026-11-24", time: "9:00" };
  asked.times.mockImplementation(async ({ asked: at }: { asked: { day: string; time: string } | null }) => ({
    ok: true,
    data: {
      offers: [],
      begin,
      chosen: at && { at: `at ${at.time}`, name: at.time, words: `${at.time} here.`, early: null, refused: null },
    },
  }));
  const move = vi.fn();
  render(
    <MantineProvider env="test">
      <OtherTime row={row} opened setOpened={() => {}} busy={false} move={move}>
        <button type="button">Other time</button>
      </OtherTime>
    </MantineProvider>,
  );
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const write = (time: string) => fireEvent.change(screen.getByLabelText("Time"), { target: { value: time } });
  const enter = () => fireEvent.submit(screen.getByLabelText("Time").closest("form") as HTMLFormElement);
  await pass(500);
  write("11:15");
  await pass(500);
  write("12:30");
  enter();
  expect(move).not.toHaveBeenCalled();
  await pass(500);
  enter();
  expect(move.mock.calls).toMatchObject([[row, "at 12:30", "12:30", expect.anything()]]);
});
