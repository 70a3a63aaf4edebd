"use client";

import dynamic from "next/dynamic";

/** A message that matched nobody, with the search and the dialog it needs: threads have the same address, and load none of it. */
export const LaterPlacing = dynamic(() => import("./placing").then((found) => found.Placing));
