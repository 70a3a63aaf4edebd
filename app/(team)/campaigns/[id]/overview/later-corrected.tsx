"use client";

import dynamic from "next/dynamic";

/** Few campaigns wait for it, and it brings a dialog. */
export const LaterCorrected = dynamic(async () => (await import("../../../settings/mailboxes/sign-corrected")).SignCorrected);
