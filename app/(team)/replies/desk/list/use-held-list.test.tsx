// @vitest-environment happy-dom
import { act, cleanup, render, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ListedThread, ThreadFilter, ThreadList } from "@/lib/threads/thread";
import { useHeldList } from "./use-held-list";

afterEach(cleanup);

const list = (ids: string, filter: ThreadFilter = "todo") =>
  ({
    filter,
    mailboxId: null,
    earlier: [],
    next: null,
    rows: [...ids].map((id) => ({ id, at: "12:00" }) as ListedThread),
  }) as unknown as ThreadList;
const held = (latest: ThreadList) => renderHook(({ latest }) => useHeldList(latest), { initialProps: { latest } });
const ids = (view: ReturnType<typeof held>) => view.result.current.list.rows.map(({ id }) => id).join("");

function List({ latest }: { latest: ThreadList }) {
  const { list, box, holding } = useHeldList(latest);
  return (
    <div ref={box} {...holding}>
      <button type="button" ref={(one) => one?.focus()}>
        {list.rows.map(({ id }) => id).join("")}
      </button>
    </div>
  );
}

test("what comes while nobody points at the list stands on top at once", () => {
  const view = held(list("abc"));
  view.rerender({ latest: list("nabc") });
  expect(ids(view)).toBe("nabc");
  expect(view.result.current.fresh).toBe(0);
});

test("under the pointer nothing moves, and it is counted until the pointer leaves", () => {
  const view = held(list("abc"));
  act(() => view.result.current.holding.onPointerEnter());
  view.rerender({ latest: list("nmac") });
  expect(ids(view)).toBe("abc");
  expect(view.result.current.fresh).toBe(2);
  act(() => view.result.current.holding.onPointerLeave());
  expect(ids(view)).toBe("nmac");
  expect(view.result.current.fresh).toBe(0);
});

test("whoever was on it before the page came alive holds it", () => {
  const view = render(<List latest={list("abc")} />);
  view.rerender(<List latest={list("nabc")} />);
  expect(view.getByRole("button").textContent).toBe("abc");
});

test("whoever asks for what is new gets it in the order in which it is read", () => {
  const view = held(list("abc"));
  act(() => view.result.current.holding.onFocus());
  view.rerender({ latest: list("cnab") });
  expect(view.result.current.fresh).toBe(1);
  act(() => view.result.current.readAnew());
  expect(ids(view)).toBe("cnab");
});

test("another filter is another list, whatever is pointed at", () => {
  const view = held(list("abc"));
  act(() => view.result.current.holding.onPointerEnter());
  view.rerender({ latest: list("xy", "done") });
  expect(ids(view)).toBe("xy");
});
