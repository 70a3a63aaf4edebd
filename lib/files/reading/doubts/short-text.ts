/** A piece of a file as it can be shown and kept: no half letters, no control characters, and no longer than so many letters. */
export function shortText(text: string, most = 24): string {
  const letters = [...text.slice(0, 4 * most).replace(/\p{Cs}|\p{Cc}/gu, " ")];
  return letters.length > most
    ? `${letters
        .slice(0, most - 2)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}
