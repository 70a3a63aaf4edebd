import { TwoTexts } from "@/app/ui/two-texts/two-texts";
import type { Theirs } from "@/lib/errors/app-error";
import { sayTheirs } from "./say-theirs";

type Props = {
  /** What it is, within a sentence: "the subject". */
  what: string;
  mine: string;
  theirs: Theirs | undefined;
  timezone: string;
  onMine: () => void;
  onTheirs: () => void;
};

/** Where two wrote the same text: theirs and mine side by side, until one is chosen. */
export function BothTexts({ what, mine, theirs, timezone, onMine, onTheirs }: Props) {
  if (!theirs) return null;
  const whose = theirs.you ? "In the other window" : (theirs.by ?? "Somebody else");
  return (
    <TwoTexts
      mine={{ words: "Keep mine", title: "Here", text: linesOf(mine), onTake: onMine }}
      theirs={{ words: "Take theirs", title: whose, text: linesOf(String(theirs.value)), onTake: onTheirs }}
    >
      <strong>{sayTheirs(theirs, what, timezone)}</strong> Yours still stands here and is not kept yet.
    </TwoTexts>
  );
}

/** The words of a text, a paragraph a line. */
function linesOf(html: string): string {
  return html
    .replace(/<(br|\/p|\/li)[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
}
