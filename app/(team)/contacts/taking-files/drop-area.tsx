"use client";

import { Button, Progress } from "@mantine/core";
import { IconAlertTriangle, type IconFileText, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import shared from "../import/import.module.css";
import classes from "./drop-area.module.css";

export type DropWords = {
  title: string;
  about: string;
  choose: string;
  /** While it uploads, and while the server looks at it after that. */
  reading: string;
  looking: string;
  /** Of the field itself, for who does not see it. */
  label: string;
  /** What will happen to it, each with what that means. */
  steps: readonly (readonly [string, string])[];
};

type Props = {
  words: DropWords;
  sign: typeof IconFileText;
  accept: string;
  /** Sends what was chosen; `progress` from 0 to 100, null while nothing is under way. */
  upload: { send: (files: File[]) => void; cancel: () => void; progress: number | null; problem: string | null };
};

/** Takes a file by drop or click and says what will happen to it. */
export function DropArea({ words, sign: Sign, accept, upload: { send, cancel, progress, problem } }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does
    <div
      className={over ? `${classes.drop} ${classes.over}` : classes.drop}
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
      <div className={classes.choose}>
        <span className={classes.tile}>
          <Sign size={26} stroke={1.5} aria-hidden />
        </span>
        {progress !== null ? (
          <>
            <h2>{progress < 100 ? words.reading : words.looking}</h2>
            <Progress value={progress} color="var(--ink)" w="100%" maw={260} aria-label="Upload" />
            <Button variant="default" h={36} onClick={cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <h2>{words.title}</h2>
            <p>{words.about}</p>
            <Button
              color="var(--ink)"
              c="var(--on-primary)"
              h={40}
              leftSection={<IconUpload size={18} stroke={1.7} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {words.choose}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept={accept}
          hidden
          aria-label={words.label}
          onChange={(event) => {
            send([...(event.currentTarget.files ?? [])]);
            // The same file may be chosen again once it was corrected.
            event.currentTarget.value = "";
          }}
        />
        {problem && (
          <Problem ground className={shared.problem}>
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden /> {problem}
          </Problem>
        )}
      </div>
      <ol className={classes.steps}>
        {words.steps.map(([name, about], place) => (
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
