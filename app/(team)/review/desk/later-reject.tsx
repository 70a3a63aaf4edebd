"use client";

import { useEffect, useRef, useState } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useNearByKeys } from "@/app/ui/loading/use-near-by-keys";
import { useOpenedBy } from "@/app/ui/loading/use-opened-by";
import { rejectReasons } from "@/lib/drafts/reject-reasons";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";

export const loadReject = async () => (await import("./reject-dialog")).RejectDialog;

type Props = { view: DraftView; opened: boolean; onClose: () => void; onReject: (reason: string) => void };

/** The reasons of a rejection by their keys, which act from the press of X on, and the dialog with them once it is there. */
export function LaterReject({ view, opened, onClose, onReject }: Props) {
  const { part: RejectDialog, shown } = useOpenedBy(loadReject, opened, onClose);
  const own = useRef<HTMLInputElement>(null);
  const [beginsOwn, setBeginsOwn] = useState(false);
  useEffect(() => {
    if (!opened) setBeginsOwn(false);
  }, [opened]);
  useNearByKeys(loadReject);
  const rejectFor = (reason: string) => {
    onClose();
    onReject(reason);
  };
  const reasons = rejectReasons.map((reason, place) => [`${place + 1}`, () => rejectFor(reason)]);
  const ownReason = () => (own.current ? own.current.focus() : setBeginsOwn(true));
  useHotkeys(opened ? { ...Object.fromEntries(reasons), [rejectReasons.length + 1]: ownReason } : {}, {
    of: "dialog",
  });
  return RejectDialog && <RejectDialog {...{ view, own, beginsOwn, onClose }} onReject={rejectFor} opened={shown} />;
}
