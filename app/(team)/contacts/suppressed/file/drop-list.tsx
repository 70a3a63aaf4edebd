"use client";

import { Button, Progress } from "@mantine/core";
import { IconAlertTriangle, IconFileText, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import area from "../../import/file.module.css";
import classes from "../../import/import.module.css";
import { useSendFile } from "./use-send-file";

const steps = [
  [
    "It is read while it uploads",
    "A table with any columns, an export of another program, or a bare list: addresses, domains and wildcards such as *@*.acme.com.",
  ],
  ["You see whom it will stop", "New entries, people, campaigns and signed mails, and each line that cannot be read."],
  [
    "Then you decide",
    "Leave it, or suppress. From there the list only grows: an administrator lifts single entries, with a reason.",
  ],
] as const;

/** Takes a list by drop or click and says what will happen to it. */
export function DropList() {
  const input = useRef<HTMLInputElement>(null);
  const { send, cancel, progress, problem } = useSendFile();
  const [over, setOver] = useState(false);
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
          <IconFileText size={26} stroke={1.5} aria-hidden />
        </span>
        {progress !== null ? (
          <>
            <h2>{progress < 100 ? "Reading the list" : "Looking at whom it stops"}</h2>
            <Progress value={progress} color="var(--ink)" w="100%" maw={260} aria-label="Upload" />
            <Button variant="default" h={36} onClick={cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <h2>Drop a list here</h2>
            <p>CSV or plain text, one entry a line. Up to 100 MB and 1,000,000 lines.</p>
            <Button
              color="var(--ink)"
              c="var(--on-primary)"
              h={40}
              leftSection={<IconUpload size={18} stroke={1.7} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              Choose a file
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          aria-label="List of suppressions"
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
