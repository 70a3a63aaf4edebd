/** A text with every place marked that a search found. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  if (words.length === 0) return text;
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
  const parts = text.split(pattern);
  // A split by one group gives what lies between at even places and what was found at odd ones.
  return parts.map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity than their place
    place % 2 === 1 ? <mark key={place}>{part}</mark> : part,
  );
}
