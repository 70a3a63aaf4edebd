/** Where list and thread are a view each, and acts open from below. */
export const phone = "(max-width: 760px)";
