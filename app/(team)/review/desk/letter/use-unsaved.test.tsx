// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useUnsaved } from "./use-unsaved";

afterEach(cleanup);

type Hook = ReturnType<typeof useUnsaved>;

function Page({ editing, onClick, hold }: { editing: boolean; onClick: () => void; hold: (hook: Hook) => void }) {
  const hook = useUnsaved(editing);
  hold(hook);
  return (
    <>
      <a
        href="/contacts"
        onClick={(event) => {
          event.preventDefault();
          onClick();
        }}
      >
        away
      </a>
      <div contentEditable suppressContentEditableWarning>
        <a href="https://example.org">in the text</a>
      </div>
    </>
  );
}

/** A page that edits; `change` says that there are words not kept. */
function page() {
  const onClick = vi.fn();
  let hook: Hook | undefined;
  const hold = (given: Hook) => {
    hook = given;
  };
  const now = () => {
    if (!hook) throw new Error("The page was not rendered.");
    return hook;
  };
  const { rerender } = render(<Page editing onClick={onClick} hold={hold} />);
  return {
    now,
    onClick,
    change: () => {
      now().unsaved.current = true;
    },
    endEditing: () => rerender(<Page editing={false} onClick={onClick} hold={hold} />),
    close: () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  };
}

test("with nothing changed, links lead away and the window closes unasked", () => {
  const { now, onClick, close } = page();
  fireEvent.click(screen.getByText("away"));
  expect(onClick).toHaveBeenCalledOnce();
  expect(close()).toBe(false);
  expect(now().mayLeave()).toBe(true);
  expect(now().asked).toBe(0);
});

test("with words not kept, a link is held and each try asks", () => {
  const { now, onClick, change, close } = page();
  change();
  fireEvent.click(screen.getByText("away"));
  fireEvent.click(screen.getByText("away"));
  expect(onClick).not.toHaveBeenCalled();
  expect(now().asked).toBe(2);
  expect(close()).toBe(true);
});

test("moving to another draft is held and asks", () => {
  const { now, change } = page();
  change();
  act(() => expect(now().mayLeave()).toBe(false));
  expect(now().asked).toBe(1);
});

test("a link opened in a new tab leaves nothing, and one in the text is being edited", () => {
  const { now, onClick, change } = page();
  change();
  fireEvent.click(screen.getByText("away"), { ctrlKey: true });
  fireEvent.click(screen.getByText("in the text"));
  expect(onClick).toHaveBeenCalledOnce();
  expect(now().asked).toBe(0);
});

test("once the editing has ended nothing holds the page", () => {
  const { now, onClick, change, endEditing, close } = page();
  change();
  endEditing();
  fireEvent.click(screen.getByText("away"));
  expect(onClick).toHaveBeenCalledOnce();
  expect(close()).toBe(false);
  expect(now().mayLeave()).toBe(true);
});
