import { createHash } from "node:crypto";

/** What is kept of a subscription's secret: enough to know it again. */
export const hashClientState = (clientState: string) => createHash("sha256").update(clientState).digest("hex");
