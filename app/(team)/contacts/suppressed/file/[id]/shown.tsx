import { sayCount } from "@/app/ui/words/count-words";
import type { Stopped } from "@/lib/suppressions/files/count-stopped";
import type { ShownFile } from "@/lib/suppressions/files/show-file";
import imports from "../../../import/import.module.css";
import { Decide } from "./decide";
import { EntryParts } from "./entry-parts";
import { FirstLines } from "./first-lines";
import { RefusedLines } from "./refused-lines";
import { Stops } from "./stops";
import { Warnings } from "./warnings";

type Props = { shown: ShownFile; stopped: Stopped; mayEdit: boolean };

/** What a file would do, before it does anything. */
export function Shown({ shown, stopped, mayEdit }: Props) {
  const { file, refused } = shown;
  const fresh = file.entries - file.known;
  const isLarge = stopped.people * 2 > stopped.contacts || stopped.own.length > 0;
  return (
    <Decide
      fileId={file.id}
      fileName={file.fileName}
      lines={file.lines}
      entries={fresh + file.facts.graver}
      asks={isLarge ? sure(stopped) : null}
      mayEdit={mayEdit}
      verdict={
        <>
          <h1 className={imports.verdict}>{verdict(file.entries, fresh)}</h1>
          <p className={imports.lead}>
            {sayCount(file.lines, "line", "lines")} read. Nothing is suppressed yet.
            {file.facts.graver > 0 &&
              ` ${sayCount(file.facts.graver, "entry", "entries")} of the list would say more than before: the file knows of a wish.`}
          </p>
          <EntryParts file={file} />
          <Warnings shown={shown} stopped={stopped} />
        </>
      }
    >
      {file.entries > 0 && <Stops stopped={stopped} />}
      <FirstLines file={file} mayEdit={mayEdit} />
      <RefusedLines file={file} lines={refused} mayEdit={mayEdit} />
    </Decide>
  );
}

function verdict(entries: number, fresh: number): string {
  if (entries === 0) return "No line of this file can be read as an entry";
  if (fresh === 0) return "Every entry of this file stands in the list already";
  return fresh === entries
    ? `${sayCount(fresh, "new entry", "new entries")}`
    : `${sayCount(fresh, "new entry", "new entries")} of ${entries.toLocaleString("en")}`;
}

function sure({ people, own }: Stopped): string {
  return people > 0
    ? `I mean it: ${sayCount(people, "contact gets", "contacts get")} no more mail from us.`
    : `I mean it: nobody at ${own.join(", ")} gets mail from us.`;
}
