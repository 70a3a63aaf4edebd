/** The header under which proxy.ts tells the page of whoever has to wait for how many seconds. It is only shown. */
export const waitHeader = "x-countersign-wait";
