// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { usePrefetch, useViews } from "./use-views";

const fetched = vi.fn<(address: string) => Promise<Response>>();
beforeEach(() => {
  fetched.mockReset();
  fetched.mockImplementation(async (address) => Response.json(view(address.split("/").at(-1) ?? "", "from the server")));
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type View = { id: string; subject: string };
const kind = { path: "/api/drafts", name: "draft" };
const view = (id: string, subject = "as rendered"): View => ({ id, subject });
const views = (fresh: View | null) => renderHook(({ fresh }) => useViews(fresh, kind), { initialProps: { fresh } });

test("what the server rendered is there at once", () => {
  const { result } = views(view("a"));
  expect(result.current.of("a")?.subject).toBe("as rendered");
  expect(result.current.of("b")).toBeUndefined();
  expect(result.current.of(null)).toBeUndefined();
});

test("a draft is asked for once, however often it is wanted", async () => {
  const { result } = views(null);
  await act(async () => {
    await Promise.all([result.current.load("b"), result.current.load("b")]);
    await result.current.load("b");
  });
  expect(fetched.mock.calls.map(([address]) => address)).toEqual(["/api/drafts/b"]);
  expect(result.current.of("b")?.subject).toBe("from the server");
});

test("read anew it is what the draft holds now", async () => {
  const { result } = views(view("a"));
  await act(() => result.current.reload("a"));
  expect(result.current.of("a")?.subject).toBe("from the server");
});

test("what the server renders anew wins, and all others are asked for again", async () => {
  const { result, rerender } = views(view("a"));
  await act(() => result.current.load("b"));
  rerender({ fresh: view("a", "rendered anew") });
  expect(result.current.of("a")?.subject).toBe("rendered anew");
  await act(() => result.current.load("b"));
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("a forgotten draft is not shown from memory", async () => {
  const { result } = views(view("a"));
  result.current.forget("a");
  expect(result.current.of("a")).toBeUndefined();
});

test("why a draft cannot be shown is said, in the server's words or without an answer, until it can", async () => {
  const { result } = views(null);
  fetched.mockResolvedValueOnce(Response.json({ error: { message: "There is no such draft." } }, { status: 404 }));
  await act(() => result.current.load("a"));
  expect(result.current.troubleOf("a")).toBe("There is no such draft.");
  fetched.mockRejectedValueOnce(new TypeError("no network"));
  await act(() => result.current.load("a"));
  expect(result.current.troubleOf("a")).toMatch(/does not answer/);
  await act(() => result.current.load("a"));
  expect(result.current.troubleOf("a")).toBeUndefined();
  expect(result.current.of("a")).toBeDefined();
});

test("what comes next is asked for when it changes, not at every rendering", () => {
  const load = vi.fn(async () => {});
  const { rerender } = renderHook(({ ids }) => usePrefetch(ids, load), { initialProps: { ids: ["a", "b"] } });
  rerender({ ids: ["a", "b"] });
  expect(load.mock.calls).toEqual([["a"], ["b"]]);
  rerender({ ids: ["b", "c"] });
  expect(load.mock.calls.slice(2)).toEqual([["b"], ["c"]]);
});
