import { takeBackSeconds } from "../../singles/read-leave";

/** So long after an act its way back is taken: what the page offers, and what a slow line adds. */
export const takeBackMs = takeBackSeconds * 1000 + 10_000;
