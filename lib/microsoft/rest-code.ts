/** Stands where a trouble's code does: Microsoft asked to be left alone until a time, and nothing else is wrong. */
export const restCode = "Retry-After";
