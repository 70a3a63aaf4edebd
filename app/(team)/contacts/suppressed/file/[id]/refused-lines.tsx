import { IconDownload } from "@tabler/icons-react";
import { sayCount } from "@/app/ui/words/count-words";
import type { FileRow } from "@/lib/suppressions/files/find-file";
import type { RefusedLine } from "@/lib/suppressions/files/show-file";
import imports from "../../../import/import.module.css";
import classes from "./file.module.css";

/** The lines that are no entry, each with its number and why; all of them as a file. */
export function RefusedLines({ file, lines, mayEdit }: { file: FileRow; lines: RefusedLine[]; mayEdit: boolean }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="refused">
      <div className={imports.refusedHead}>
        <h2 id="refused">{sayCount(file.refused, "line", "lines")} refused</h2>
        {mayEdit && (
          <a className={classes.download} href={`/contacts/suppressed/file/${file.id}/refused`} download>
            <IconDownload size={16} stroke={1.7} aria-hidden /> All refused lines
          </a>
        )}
      </div>
      <table className={classes.lines} aria-label="Refused lines">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">In the file</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <tr key={`${one.line} ${one.text}`}>
              <td>{one.line.toLocaleString("en")}</td>
              <td data-text>{one.text || "empty"}</td>
              <td>{one.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {file.refused > lines.length && (
        <p className={imports.rest}>
          and {(file.refused - lines.length).toLocaleString("en")} more, in the file of refused lines.
        </p>
      )}
    </section>
  );
}
