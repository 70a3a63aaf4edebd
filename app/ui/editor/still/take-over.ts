import type { Editor } from "@tiptap/core";
import { openFieldAt } from "../field-form";
import { chosenIn } from "./caret";
import { textOfStill } from "./still-html";

/**
 * Puts the editor in the place of the still text, in one moment: what was typed into that one meanwhile, and where the caret stands in it.
 * @returns whether the caret stood in it.
 */
export function takeOver(editor: Editor, still: HTMLElement, untouched: string) {
  const typed = still.innerHTML !== untouched;
  const hadCaret = still.contains(document.activeElement);
  const chosen = hadCaret ? chosenIn(still) : null;
  // To whoever hears of the caret outside, it has not left.
  still.addEventListener("focusout", (event) => event.stopPropagation(), { once: true });
  // Between two words, or behind the last one, may be a blank that was just typed.
  if (typed) editor.commands.setContent(textOfStill(still), { emitUpdate: true, parseOptions: { preserveWhitespace: true } });
  if (chosen) {
    const paragraphs: { start: number; size: number }[] = [];
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock) paragraphs.push({ start: pos + 1, size: node.content.size });
      return !node.isTextblock;
    });
    const at = ({ paragraph, before }: { paragraph: number; before: number }) => {
      const found = paragraphs[Math.min(paragraph, paragraphs.length - 1)];
      return found ? found.start + Math.min(before, found.size) : editor.state.doc.content.size;
    };
    editor.commands.setTextSelection({ from: at(chosen.from), to: at(chosen.to) });
  }
  return hadCaret;
}

/** The field of that place among all fields of a text, opened. */
export function openChip(editor: Editor, place: number) {
  const fields: number[] = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === "field") fields.push(pos);
  });
  const pos = fields[place];
  return pos === undefined ? null : openFieldAt(editor.view, pos);
}
