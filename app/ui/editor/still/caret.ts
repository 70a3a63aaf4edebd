/** A place in a text, however it is kept: its paragraph, and how many letters and fields stand before it there. */
type Place = { paragraph: number; before: number };
export type Chosen = { from: Place; to: Place };

/** What is chosen inside an element of paragraphs; null where the caret is elsewhere. */
export function chosenIn(root: HTMLElement): Chosen | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const placeOf = (node: Node, offset: number): Place => {
    const until = document.createRange();
    until.setStart(root, 0);
    until.setEnd(node, offset);
    const paragraphs = until.cloneContents().querySelectorAll("p");
    const last = paragraphs[paragraphs.length - 1];
    return last ? { paragraph: paragraphs.length - 1, before: lengthOf(last) } : { paragraph: 0, before: 0 };
  };
  return {
    from: placeOf(range.startContainer, range.startOffset),
    to: placeOf(range.endContainer, range.endOffset),
  };
}

/** A field counts as one, as a break does; the break of an empty line is none. */
function lengthOf(node: Node): number {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent?.length ?? 0;
  if (node instanceof Element && node.hasAttribute("data-field")) return 1;
  if (node.nodeName === "BR") return node.parentNode?.childNodes.length === 1 ? 0 : 1;
  return [...node.childNodes].reduce((sum, child) => sum + lengthOf(child), 0);
}

/** Puts the caret behind everything. */
export function toEnd(root: HTMLElement) {
  root.focus();
  document.getSelection()?.selectAllChildren(root);
  document.getSelection()?.collapseToEnd();
}
