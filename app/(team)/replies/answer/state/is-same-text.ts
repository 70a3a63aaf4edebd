/** Whether two texts are the same, as the editor writes them and as they are kept: without what only the editor adds to a link. */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (html: string) =>
  html
    .replace(/ (target|rel|class)="[^"]*"/g, "")
    .replace(/(?<!\s)\s*\/>/g, ">")
    .replace(/&nbsp;/g, "\u00a0");
