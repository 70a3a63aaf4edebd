import type { LabelView } from "@/lib/answers/thread-view";
import { labelWords } from "../label-words";

/** Who says what the answer means: nobody yet, its words, a model, or a person. */
export function sayLabel({ label, by, labelledBy }: Pick<LabelView, "label" | "by" | "labelledBy">): string {
  if (!label) return "No label yet. The four keys above the answer give it one.";
  const named = labelWords[label];
  if (by === "person") return `“${named}”, given by ${labelledBy ?? "one of you"}.`;
  const from = by === "model" ? "by the model" : "from the text";
  return `“${named}” was suggested ${from}. Choosing one of the four makes it yours.`;
}
