"use client";

import { Button, Select } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import type { FileRow } from "@/lib/suppressions/files/find-file";
import imports from "../../../import/import.module.css";
import { sentFile, useSendFile } from "../use-send-file";
import classes from "./file.module.css";

const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
const fewColumns = 4;

/** The first lines as they are, and the column the entries were found in: another one is read out of the same file. */
export function FirstLines({ file, mayEdit }: { file: FileRow; mayEdit: boolean }) {
  const { headers, rows, column, delimiter, encoding, reasonColumn } = file.facts;
  const again = useRef<HTMLInputElement>(null);
  const { send, progress, problem } = useSendFile();
  const [wanted, setWanted] = useState(column);
  const width = Math.max(headers?.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, at) => at);
  const nameOf = (at: number) => headers?.[at] || `Column ${at + 1}`;
  const shown = [column, ...(reasonColumn === null ? [] : [reasonColumn])];
  shown.push(...places.filter((at) => !shown.includes(at)).slice(0, fewColumns - shown.length));
  const choose = (at: number) => {
    setWanted(at);
    const held = sentFile(file.id);
    if (at === column) return;
    if (held) send([held], { column: at, replaces: file.id });
    else again.current?.click();
  };
  return (
    <section aria-labelledby="lines">
      <div className={imports.refusedHead}>
        <h2 id="lines">The first lines</h2>
        <span className={imports.aside}>
          {width > 1 && `${width} columns, ${delimiters[delimiter] ?? "comma"} separated, `}
          {encoding.toUpperCase()}
        </span>
      </div>
      {width > 1 && (
        <div className={classes.column}>
          <Select
            label="The entries stand in"
            readOnly={!mayEdit}
            allowDeselect={false}
            checkIconPosition="right"
            rightSection={<IconChevronDown size={16} stroke={1.7} aria-hidden />}
            rightSectionPointerEvents="none"
            value={String(wanted)}
            data={places.map((at) => ({ value: String(at), label: nameOf(at) }))}
            onChange={(value) => value !== null && choose(Number(value))}
          />
          {wanted !== column && (
            <p>
              {progress === null ? (
                <>
                  <Button variant="default" h={36} onClick={() => again.current?.click()}>
                    Choose the file again
                  </Button>{" "}
                  to read it by that column.
                </>
              ) : (
                `Reading “${nameOf(wanted)}”, ${Math.round(progress)} %`
              )}
            </p>
          )}
          <input
            ref={again}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            hidden
            aria-label="The same file again"
            onChange={(event) => {
              send([...(event.currentTarget.files ?? [])], { column: wanted, replaces: file.id });
              event.currentTarget.value = "";
            }}
          />
        </div>
      )}
      <Problem ground className={imports.problem}>
        {problem}
      </Problem>
      <div className={classes.wide}>
        <table className={classes.first} aria-label="The first lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {shown.map((at) => (
                <th key={at} scope="col" data-entry={at === column || undefined}>
                  {headers === null && width === 1 ? "Entry" : nameOf(at)}
                  {at === column && width > 1 && <small>entries</small>}
                  {at === reasonColumn && <small>why</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <td>{line}</td>
                {shown.map((at) => (
                  <td key={at} title={cells[at]} data-entry={at === column || undefined}>
                    {cells[at] || "empty"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
