import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { mayTakeBack } from "../queue/signing-status";
import type { Desk } from "../use-desk";
import { takeBackJob, takeBackLast, unsign } from "./take-back";

type Given = { signing: Signing | null; view: DraftView | undefined; maySign: boolean; rests: boolean };

/** What ⌘Z means: what was done last; else one's own order to sign all; else the signature of the open draft. False where there is nothing. */
export function takeBackByKey(desk: Desk, { signing, view, maySign, rests }: Given): false | undefined {
  if (desk.canTakeBack()) void takeBackLast(desk);
  else if (signing?.mine && maySign && (signing.state === "running" || mayTakeBack(signing))) void takeBackJob(desk, signing.id);
  else if (view?.state === "signed" && maySign && !rests) void unsign(desk, view);
  else return false;
}
