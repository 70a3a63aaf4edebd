/** How many addresses of a file are no single person's or are not meant to last, in a sentence; null where none is. */
export function sayUnusual({ shared = 0, throwAway = 0 }: { shared?: number; throwAway?: number }): string | null {
  const parts = [
    ...(shared > 0
      ? [`${shared.toLocaleString("en")} ${shared === 1 ? "is a shared address" : "are shared addresses"} such as info@`]
      : []),
    ...(throwAway > 0
      ? [`${throwAway.toLocaleString("en")} ${throwAway === 1 ? "is a throw-away address" : "are throw-away addresses"}`]
      : []),
  ];
  return parts.length > 0 ? `${parts.join(", ")}.` : null;
}
