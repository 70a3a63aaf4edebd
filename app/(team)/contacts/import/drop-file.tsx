"use client";

import { Button, Progress } from "@mantine/core";
import { IconAlertTriangle, IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import area from "./file.module.css";
import classes from "./import.module.css";
import { useUpload } from "./use-upload";

const steps = [
  ["It is read while it uploads", "Separator and encoding are found out. A file that cannot be read is refused in one sentence."],
  [
    "You see people, not columns",
    "The first twenty rows as they will become contacts. Every other column stays usable as a field.",
  ],
  ["Every row is accounted for", "Created, updated, unchanged, or refused with line and reason. Nobody is mailed by importing."],
] as const;

/** Takes a file by drop or click and says what will happen to it. */
export function DropFile() {
  const input = useRef<HTMLInputElement>(null);
  const { send, cancel, progress, problem } = useUpload();
  const [over, setOver] = useState(false);
  const busy = progress !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does
    <div
      className={over ? `${area.drop} ${area.over}` : area.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send([...event.dataTransfer.files]);
      }}
    >
      <div className={area.choose}>
        <span className={area.tile}>
          <IconFileSpreadsheet size={26} stroke={1.5} aria-hidden />
        </span>
        {busy ? (
          <>
            <h2>{progress < 100 ? "Reading the file" : "Looking at its columns"}</h2>
            <Progress value={progress} color="var(--ink)" w="100%" maw={260} aria-label="Upload" />
            <Button variant="default" h={36} onClick={cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <h2>Drop a CSV file here</h2>
            <p>Comma, semicolon or tab. Any column names. Up to 25 MB and 100,000 rows.</p>
            <Button
              color="var(--ink)"
              c="var(--on-primary)"
              h={40}
              leftSection={<IconUpload size={18} stroke={1.7} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              Choose a CSV file
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label="CSV file"
          onChange={(event) => {
            send([...(event.currentTarget.files ?? [])]);
            // The same file may be chosen again once it was corrected.
            event.currentTarget.value = "";
          }}
        />
        {problem && (
          <Problem ground className={classes.problem}>
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden /> {problem}
          </Problem>
        )}
      </div>
      <ol className={area.steps}>
        {steps.map(([name, about], place) => (
          <li key={name}>
            <span aria-hidden>{place + 1}</span>
            <div>
              <strong>{name}</strong>
              <p>{about}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
