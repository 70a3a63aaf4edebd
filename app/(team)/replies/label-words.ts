import type { LabelView } from "@/lib/answers/thread-view";

/** What people read of each label, in the order of their keys. */
export const labelWords: Record<NonNullable<LabelView["label"]>, string> = {
  interested: "Interested",
  later: "Later",
  "not interested": "Not interested",
  "wrong person": "Wrong person",
};
