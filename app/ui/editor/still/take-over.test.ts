// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { expect, test } from "vitest";
import { FieldNode } from "../field-node";
import { stillHtml } from "./still-html";
import { takeOver } from "./take-over";

/** An editor that comes to a text into which somebody typed since it stood there. */
function typed(value: string, type: (still: HTMLElement) => void) {
  const still = document.createElement("div");
  still.innerHTML = stillHtml(value, { single: false, placeholder: "" });
  const untouched = still.innerHTML;
  type(still);
  const editor = new Editor({ extensions: [StarterKit, FieldNode], content: value });
  takeOver(editor, still, untouched);
  const html = editor.getHTML();
  editor.destroy();
  return html;
}
/** As browsers do: some leave the break that gave an empty line its height. */
const append = (text: string) => (still: HTMLElement) => {
  const last = still.lastElementChild?.lastChild;
  if (last?.nodeName === "BR") last.before(text);
  else still.lastElementChild?.append(text);
};

test.each(["Dear Ugo, Thursday ", " ", "a  b", " a", "a   "])(
  "of %j, typed before the editor is there, no letter is lost",
  (text) => {
    expect(typed("<p></p>", append(text))).toBe(`<p>${text}</p>`);
    expect(typed("<p>Hi</p><p>x</p>", append(text))).toBe(`<p>Hi</p><p>x${text}</p>`);
    expect(typed("<ul><li><p>x</p></li></ul>", (still) => still.querySelector("p")?.append(text))).toBe(
      `<ul><li><p>x${text}</p></li></ul><p></p>`,
    );
  },
);

test("an empty line stays one, and a break at the end is one", () => {
  expect(typed("<p>a</p><p></p><p>b<br></p><p>c</p>", append("d"))).toBe("<p>a</p><p></p><p>b<br></p><p>cd</p>");
});

test("lines between paragraphs become none", () => {
  expect(typed("<p>a</p>\n<p>b</p>", append("c "))).toBe("<p>a</p><p>bc </p>");
});
