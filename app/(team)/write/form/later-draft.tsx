"use client";

import { LaterPart } from "@/app/ui/loading/later-part";
import { DraftButton } from "./draft-button";
import type { DraftOf } from "./draft-it";

const load = async () => (await import("./draft-it")).DraftIt;

/** The button of the model, whose form comes with the first press. */
export function LaterDraft(props: DraftOf) {
  return (
    <LaterPart about={props} load={load} popup="dialog">
      <DraftButton />
    </LaterPart>
  );
}
