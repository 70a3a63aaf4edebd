// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { OverLetter } from "./over-letter";
import { mailOf, viewOf } from "./testing/letter-views";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function over(unkept: boolean) {
  const heard = vi.fn();
  document.addEventListener("keydown", heard);
  const view = viewOf([mailOf("Becky", { state: "signed" })], { state: "signed" });
  const acts = { busy: false, problem: null, onTakeBack: () => {}, onRestore: () => {} };
  render(
    <MantineProvider env="test">
      <OverLetter view={view} from="/review" unkept={unkept} {...acts} />
    </MantineProvider>,
  );
  return heard;
}

test("who typed as somebody signed is told, and what they go on typing is no key of the page", () => {
  vi.useFakeTimers();
  const heard = over(true);
  expect(screen.getByText(/signed while you wrote/)).toBeTruthy();
  fireEvent.keyDown(document.body, { key: "w" });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(heard).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1500);
  fireEvent.keyDown(document.body, { key: "w" });
  expect(heard).toHaveBeenCalledTimes(2);
});

test("whose words are all kept is told nothing, and the keys are heard", () => {
  const heard = over(false);
  expect(screen.queryByText(/while you wrote/)).toBeNull();
  fireEvent.keyDown(document.body, { key: "w" });
  expect(heard).toHaveBeenCalledTimes(1);
});

test("what ended because nobody may be written to offers no way back, what was discarded does", () => {
  const acts = { busy: false, problem: null, unkept: false, onTakeBack: () => {}, onRestore: () => {} };
  for (const mayComeBack of [true, false]) {
    const view = viewOf([mailOf("Becky", { state: "over" })], { state: "discarded", mayComeBack });
    render(
      <MantineProvider env="test">
        <OverLetter view={view} from="/review" {...acts} />
      </MantineProvider>,
    );
    expect(screen.queryByText("Bring it back") !== null).toBe(mayComeBack);
    expect(screen.queryByText("This letter was discarded") !== null).toBe(mayComeBack);
    cleanup();
  }
});
