import { sayCount } from "@/app/ui/words/count-words";
import type { Hold } from "@/lib/uploads/taking/holding";
import type { Taken } from "@/lib/uploads/taking/taken";

const people = (count: number, one: string, many: string) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** What holds so many people, in a few words. */
const held: Record<Hold, (count: number) => string> = {
  answered: (count) => `${count.toLocaleString("en")} wrote back`,
  mailed: (count) => people(count, "was mailed or signed for", "were mailed or signed for"),
  "written to": (count) => people(count, "is being written to by hand", "are being written to by hand"),
  "other list": (count) => people(count, "is in another list", "are in another list"),
  "other file": (count) => people(count, "is in another file, too", "are in another file, too"),
  edited: (count) => people(count, "was changed by hand", "were changed by hand"),
  archived: (count) => people(count, "is archived already", "are archived already"),
};

/** The same as the name of a filter. */
export const holdNames: Record<Hold, string> = {
  answered: "Wrote back",
  mailed: "Mailed or signed",
  "written to": "Being written to",
  "other list": "In another list",
  "other file": "In another file",
  edited: "Changed by hand",
  archived: "Archived",
};

/** "41 were mailed or signed for, 9 wrote back." */
export function sayHolds(stayed: Taken["stayed"]): string {
  const said = (Object.entries(stayed) as [Hold, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([hold, count]) => held[hold](count));
  return `${said.join(", ")}.`;
}

/** What the button that takes an import back does. */
export function sayAct({ went, setBack }: Taken): string {
  if (went > 0) return `Take back ${sayCount(went, "person", "people")}`;
  return setBack > 0 ? `Set ${sayCount(setBack, "person", "people")} back` : "Take the import back";
}
