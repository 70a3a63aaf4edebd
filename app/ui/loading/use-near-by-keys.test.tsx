// @vitest-environment happy-dom
import { cleanup, fireEvent, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useNearByKeys } from "./use-near-by-keys";

afterEach(cleanup);

test("the first key of a page asks for what another key opens, once, and says nothing where the server is away", async () => {
  const load = vi.fn().mockRejectedValue(new Error("away"));
  renderHook(() => useNearByKeys(load));
  expect(load).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "j" });
  fireEvent.keyDown(document.body, { key: "k" });
  expect(load).toHaveBeenCalledOnce();
  await expect(load.mock.results[0]?.value).rejects.toThrow("away");
});
