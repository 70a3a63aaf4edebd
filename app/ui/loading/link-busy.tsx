"use client";

import { useLinkStatus } from "next/link";

/**
 * Inside a link: it was heard, and its page is on the way, while the page one is on stays whole. Not by loading.tsx: behind its skeleton a page that is
 * not found answers 200, and keys are heard only once the streamed part has come alive. Rows of tables are not fetched ahead (`prefetch={false}`):
 * fifty for a table of which nobody may open one. How it looks is said once, in base.css.
 */
export function LinkBusy() {
  const { pending } = useLinkStatus();
  return pending ? <span data-link-busy role="status" aria-label="Loading" /> : null;
}
