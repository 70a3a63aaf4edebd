/** Postgres keeps no NUL, and half a surrogate pair is no letter. */
export const sound = (text: string | null | undefined): string => (text ?? "").replaceAll("\0", "").toWellFormed();

/** At most so many letters, and no half of one at the end. */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
