import type { AnswerView, ThreadView } from "@/lib/answers/thread-view";
import { isSameText } from "./is-same-text";
import { type Here, keepHere } from "./keep-here";
import { newestOf } from "./newest-of";

export type Begun = Here & {
  /** As the server has it; null where it has nothing under this id. */
  kept: AnswerView | null;
  /** Another text of the same answer, kept from another window: of the two one is chosen. */
  theirs: AnswerView | null;
};

/** What stands in the box when a thread is opened: what was typed here and not kept yet, before what the server has. */
export function beginFrom(view: ThreadView): Begun {
  const { answer } = view;
  // Nothing tells a letter from what was read before it was sent, until the server says where it stands.
  if (answer && (answer.state !== "draft" || answer.voided)) keepHere.reopen(answer.letterId);
  const kept = answer?.state === "draft" && !keepHere.isOver(answer.letterId) ? answer : null;
  const found = keepHere.read(view.id);
  // Without words it only says of what the server has that a model drafted it.
  const here = found && (kept || found.unsaved || found.body !== "") ? found : null;
  const answers = newestOf(view)?.id ?? "";
  if (!here && !kept)
    return {
      letterId: crypto.randomUUID(),
      body: "",
      version: 0,
      answers,
      byModel: false,
      unsaved: false,
      kept: null,
      theirs: null,
    };
  if (!kept) return { ...(here as Here), kept: null, theirs: null };
  const byModel = kept.byModel || (here?.letterId === kept.letterId && here.byModel);
  const served = { ...hereOf(kept), byModel, kept, theirs: null };
  if (!here || (!here.unsaved && (here.letterId !== kept.letterId || here.version <= kept.letterVersion))) return served;
  const isNewer = here.letterId !== kept.letterId || here.version < kept.letterVersion;
  if (!isNewer) return { ...here, kept, theirs: null };
  if (isSameText(here.body, kept.body)) return served;
  return { ...here, letterId: kept.letterId, version: kept.letterVersion, unsaved: true, kept, theirs: kept };
}

export function hereOf(kept: AnswerView): Here {
  const { letterId, body, letterVersion, answers, byModel } = kept;
  return { letterId, body, version: letterVersion, answers, byModel, unsaved: false };
}
