// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Person } from "../state/form-of";
import { ToField } from "./to-field";

const asked = vi.hoisted(() => ({ find: vi.fn(), add: vi.fn() }));
vi.mock("../actions", () => ({ findPeopleAction: asked.find, addAddressAction: asked.add, listPeopleAction: vi.fn() }));

const person = (name: string) => ({ id: name, name, email: `${name}@x.example`, company: null, suppressed: null });
const everybody = ["hal", "hana"].map(person);
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  asked.find.mockImplementation(async ({ text }: { text: string }) => ({
    ok: true,
    data: { people: everybody.filter(({ name }) => name.startsWith(text)), lists: [] },
  }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Page() {
  const [people, setPeople] = useState<Person[]>([]);
  return (
    <MantineProvider env="test">
      <ToField people={people} onChange={setPeople} autofocus />
    </MantineProvider>
  );
}
const field = () => screen.getByPlaceholderText("Add a person or a list");
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const enter = () => fireEvent.keyDown(field(), { key: "Enter", code: "Enter" });
const taken = () => screen.queryAllByRole("button", { name: /^Take/ }).map((button) => button.getAttribute("aria-label"));

test("Enter takes the first of what was found, one after another", async () => {
  render(<Page />);
  for (const name of ["hal", "hana"]) {
    type(name);
    await pass(500);
    enter();
    await pass(10);
  }
  expect(taken()).toEqual(["Take hal out", "Take hana out"]);
});

test("pressed before the answer, it takes whom the words mean, and nobody of an older search", async () => {
  render(<Page />);
  type("ha");
  await pass(500);
  type("hana");
  enter();
  expect(taken()).toEqual([]);
  await pass(500);
  expect(taken()).toEqual(["Take hana out"]);
});

test("who was found comes while one types: the field stays the same, and its keys choose among them", async () => {
  vi.useRealTimers();
  render(<Page />);
  const typed = field();
  type("ha");
  const options = await screen.findAllByRole("option", {}, { timeout: 10_000 });
  expect(options.map((option) => option.textContent)).toEqual(["halhal@x.example", "hanahana@x.example"]);
  expect(field()).toBe(typed);
  await waitFor(() => expect(options[0]?.hasAttribute("data-combobox-selected")).toBe(true));
  fireEvent.keyDown(typed, { key: "ArrowDown", code: "ArrowDown" });
  expect(typed.getAttribute("aria-activedescendant")).toBe(options[1]?.id);
  enter();
  await waitFor(() => expect(taken()).toEqual(["Take hana out"]));
});
