/** Two letters for somebody's face: of the first and the last name, or the first of an address. */
export function initialsOf(name: string): string {
  const words =
    name
      .split("@")[0]
      ?.split(/[\s._-]+/)
      .filter((word) => /\p{L}|\p{N}/u.test(word)) ?? [];
  const letter = (word: string | undefined) => [...(word ?? "")].find((one) => /\p{L}|\p{N}/u.test(one)) ?? "";
  return (letter(words[0]) + (words.length > 1 ? letter(words.at(-1)) : "")).toUpperCase();
}
