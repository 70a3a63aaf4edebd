import { diffWordsWithSpace } from "diff";

/** A run of words: the same in both texts, only in the first or only in the second. */
export type Run = { text: string; kind: "same" | "removed" | "added" };

/** Further apart than this, two texts are shown as wholly different: comparing them word by word takes too long and helps nobody. */
const mostEdits = 2000;
/** So few equal words between two changes do not tell them apart: "hours a week" became "a day a week". */
const fewWords = 2;

/** Two texts, word by word. Of what was changed in one place the removed words stand before the added ones. */
export function markWords(before: string, now: string): Run[] {
  const parts = diffWordsWithSpace(before, now, { maxEditLength: mostEdits });
  if (!parts)
    return [
      { text: before, kind: "removed" },
      { text: now, kind: "added" },
    ];
  const places: { same: string; removed: string; added: string }[] = [{ same: "", removed: "", added: "" }];
  for (const part of parts) {
    const place = places.at(-1);
    if (!place) break;
    if (part.added) place.added += part.value;
    else if (part.removed) place.removed += part.value;
    else places.push({ same: part.value, removed: "", added: "" });
  }
  const joined = places.reduce<typeof places>((all, place, index) => {
    const last = all.at(-1);
    const isBetween = last && (last.removed || last.added) && (place.removed || place.added);
    if (isBetween && index > 0 && isNarrow(place.same)) {
      last.removed += place.same + place.removed;
      last.added += place.same + place.added;
    } else all.push({ ...place });
    return all;
  }, []);
  return joined
    .flatMap(({ same, removed, added }): Run[] => [
      { text: same, kind: "same" },
      { text: removed, kind: "removed" },
      { text: added, kind: "added" },
    ])
    .filter(({ text }) => text !== "");
}

function isNarrow(text: string): boolean {
  return !/[\n.!?]/.test(text) && text.trim().split(/\s+/).length <= fewWords;
}
