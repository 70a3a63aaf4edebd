const invisible = /\p{Cf}|\u034f|[\u115f\u1160\u2800\u3164\uffa0]|\p{Variation_Selector}/gu;

/** Characters that nobody sees, each by its number, so that a person sees that they are there. */
export function showInvisible(text: string): string {
  return text.replace(invisible, (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`);
}
