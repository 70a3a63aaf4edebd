/** With it a page says that it reads itself anew because it was told to, and by which stream. */
export const turnHeader = "x-countersign-turn";
