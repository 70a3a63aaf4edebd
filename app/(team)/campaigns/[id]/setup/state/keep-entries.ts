import { keepTyped } from "@/app/ui/act/keep-typed";
import type { Entry, Texts } from "./entry";

type Typed<T extends Texts> = Record<string, Pick<Entry<T>, "mine" | "base" | "marks">>;

/** Keeps what is typed and not saved yet, by id, with what it goes on from: it outlives a reload and a sign-in in the same tab. */
export function keepEntries<T extends Texts>(name: string, entries: Map<string, Entry<T>>): void {
  const typed = [...entries].filter(([, { mine }]) => Object.keys(mine).length > 0);
  if (typed.length === 0) keepTyped.drop(name);
  else keepTyped.write(name, Object.fromEntries(typed.map(([id, { mine, base, marks }]) => [id, { mine, base, marks }])));
}

/** Puts back what was typed before the page began. What others wrote since shows as such: it goes on from what stood there then. @returns whether there was any. */
export function resumeEntry<T extends Texts>(name: string, id: string, entry: Entry<T>): boolean {
  const typed = keepTyped.read<Typed<T>>(name)?.[id];
  if (!typed) return false;
  for (const field of Object.keys(typed.mine) as (keyof T & string)[]) {
    entry.mine[field] = typed.mine[field];
    entry.base[field] = typed.base[field];
    entry.marks[field] = typed.marks[field];
  }
  entry.edition += 1;
  return true;
}
