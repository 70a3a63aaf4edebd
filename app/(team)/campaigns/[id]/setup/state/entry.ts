import type { Theirs } from "@/lib/errors/app-error";

export type Texts = Record<string, string | null>;
/** As the server keeps it: its fields, by what mark long ones are known, and when it was changed. */
export type Kept<T extends Texts> = { id: string; at: string; texts: T; marks: Partial<Record<keyof T & string, string>> };

export type Entry<T extends Texts> = {
  /** What the fields go on from: what of the server's is shown here. */
  base: T;
  marks: Partial<Record<string, string>>;
  /** Typed and not kept yet. */
  mine: Partial<T>;
  /** Of what another person wrote too: theirs. */
  theirs: Record<string, Theirs>;
  /** Fields in which the caret stands. */
  held: Set<string>;
  /** What the server showed last. */
  served: Kept<T>;
  /** Grows when an editor is to begin anew. */
  edition: number;
};

export function begin<T extends Texts>(kept: Kept<T>): Entry<T> {
  return { base: { ...kept.texts }, marks: { ...kept.marks }, mine: {}, theirs: {}, held: new Set(), served: kept, edition: 0 };
}

/** A field in which nobody is writing here: what others write is shown in it. */
export function isFree<T extends Texts>({ mine, theirs, held }: Entry<T>, field: string): boolean {
  return !(field in mine) && !theirs[field] && !held.has(field);
}

/** Goes on from what the server keeps, in the fields named by `takes`. */
export function adopt<T extends Texts>(entry: Entry<T>, kept: Kept<T>, takes: (field: string) => boolean): void {
  entry.served = kept;
  for (const field of Object.keys(kept.texts) as (keyof T & string)[]) {
    if (!takes(field)) continue;
    entry.base[field] = kept.texts[field];
    const mark = kept.marks[field];
    if (mark !== undefined) entry.marks[field] = mark;
  }
}
