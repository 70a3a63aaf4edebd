import type { Mapping } from "./mapping";

/** The columns of a file as those of an earlier one were chosen; null where that says no more than what was found. @param earlier of the same header. */
export function rememberColumns(found: Mapping, earlier: Mapping): Mapping | null {
  if (earlier.length !== found.length || !earlier.some((one) => one.target === "email")) return null;
  const chosen = found.map(({ header, also }, column) => {
    const { target = "skip", known } = earlier[column] ?? {};
    return { header, target, ...(also ? { also } : {}), ...(known ? { known } : {}) };
  });
  return chosen.some((one, column) => one.known || one.target !== found[column]?.target) ? chosen : null;
}
