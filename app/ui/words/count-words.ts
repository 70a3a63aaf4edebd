import { mostCounted } from "@/lib/threads/thread";

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "three" up to ten, then digits, as a verdict says numbers. */
export function spell(count: number): string {
  return small[count] ?? count.toLocaleString("en");
}

/** With a capital, for the start of a sentence. */
export function spellFirst(count: number): string {
  const word = spell(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 row", "1,204 rows". */
export function sayCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "999+" where nobody counted further. */
export function sayCapped(count: number): string {
  return count > mostCounted ? `${mostCounted}+` : String(count);
}
