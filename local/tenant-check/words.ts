/** Whose mailbox or sign-in; B's is the one that is taken away and given back. */
export type Who = "A" | "B" | "U" | "guest" | "personal";
/** Where mail goes besides: a box outside, and two addresses where nobody lives. */
export type Box = "outside" | "nowhereOutside" | "nowhereInside";
export type Addresses = Partial<Record<Who | Box, string>>;
export type Need = Who | Box | "administrator";

/** Thrown where something cannot be seen here, or the person would rather not. */
export class Skipped extends Error {}
