const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** A small number as a word at the start of a sentence. */
export function countInWords(count: number): string {
  return words[count] ?? String(count);
}
