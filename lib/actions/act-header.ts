/** Names an act, so that its browser can ask what became of it. */
export const actHeader = "x-countersign-act";
