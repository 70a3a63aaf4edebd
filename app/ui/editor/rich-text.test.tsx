// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RichText } from "./rich-text";

let loads = 0;
/** The editor is on its way for as long as a test takes. */
vi.mock("./full-text", () => {
  loads += 1;
  return new Promise(() => {});
});
beforeEach(() => {
  loads = 0;
});
afterEach(cleanup);

const field = () => screen.getByRole("textbox", { name: "Text" });
const value = '<p>Hi {{ first_name | default: "there" }}</p>';
const typeIn = (html: string) => {
  field().innerHTML = html;
  fireEvent.input(field());
};

test("whoever only reads loads no editor, and sees the text with its fields", () => {
  render(<RichText label="Text" value={value} onChange={() => {}} />);
  expect(field().textContent).toBe("Hi first_name, or “there”");
  expect(loads).toBe(0);
});

test("what is typed while the editor is on its way is told at once, and no change made elsewhere takes it away", async () => {
  const onChange = vi.fn();
  const { rerender } = render(<RichText label="Text" value={value} onChange={onChange} />);
  typeIn(field().innerHTML.replace("Hi", "Hello"));
  expect(onChange).toHaveBeenCalledWith('<p>Hello {{ first_name | default: "there" }}</p>');
  rerender(<RichText label="Text" value="<p>by a colleague</p>" onChange={onChange} />);
  expect(field().textContent).toContain("Hello");
  await vi.waitFor(() => expect(loads).toBe(1));
});

test("a change made elsewhere is shown while nobody types", () => {
  const { rerender } = render(<RichText label="Text" value={value} onChange={() => {}} />);
  rerender(<RichText label="Text" value="<p>by a colleague</p>" onChange={() => {}} />);
  expect(field().textContent).toBe("by a colleague");
});

test("one line stays one, and the words of an empty one go with the first letter", () => {
  const onChange = vi.fn();
  render(<RichText label="Text" single value="" placeholder="What is it about?" onChange={onChange} />);
  expect(field().querySelector("p")?.dataset.placeholder).toBe("What is it about?");
  expect(fireEvent.keyDown(field(), { key: "Enter" })).toBe(false);
  field().querySelector("p")?.prepend("A < B");
  fireEvent.input(field());
  expect(onChange).toHaveBeenCalledWith("A < B");
  expect(field().querySelector("[data-placeholder]")).toBeNull();
});

test("who may not edit can read it, and presses load nothing", () => {
  render(<RichText label="Text" disabled value={value} onChange={() => {}} />);
  fireEvent.pointerDown(field());
  expect(field().getAttribute("contenteditable")).toBe("false");
  expect(loads).toBe(0);
});
