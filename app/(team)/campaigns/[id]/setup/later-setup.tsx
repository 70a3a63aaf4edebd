"use client";

import dynamic from "next/dynamic";

/** Setup with its editor's frame and its dialogs: a campaign that runs has the same address, and loads none of it. */
export const LaterSetup = dynamic(() => import("./setup-page").then((found) => found.SetupPage));
