// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { keepTyped } from "./keep-typed";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test("what was typed is read back by its name until it is dropped", () => {
  keepTyped.write("step 1", { subject: "Hi" });
  expect([keepTyped.read("step 1"), keepTyped.read("step 2")]).toEqual([{ subject: "Hi" }, null]);
  keepTyped.drop("step 1");
  expect(keepTyped.read("step 1")).toBeNull();
});

test("whoever else signs in in the same tab finds nothing of it; the same person does", () => {
  keepTyped.of("anna");
  keepTyped.write("step 1", "hers");
  keepTyped.of("anna");
  expect(keepTyped.read("step 1")).toBe("hers");
  keepTyped.of("ben");
  expect(keepTyped.read("step 1")).toBeNull();
  expect(Object.keys(sessionStorage).filter((name) => name.includes("step"))).toEqual([]);
});

test("what is no text of ours, and a browser that keeps nothing, are as if nothing was kept", () => {
  sessionStorage.setItem("countersign-typed step 1", "{");
  expect(keepTyped.read("step 1")).toBeNull();
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
    throw new Error("denied");
  });
  keepTyped.write("step 1", "lost");
  expect(keepTyped.read("step 1")).toBeNull();
});
