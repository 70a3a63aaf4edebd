"use client";

import { Button, Progress } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import classes from "../contacts.module.css";

const most = 25 * 1024 * 1024;

/** Takes a file by drop or click and sends it while it is read, with its progress. */
export function DropFile() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<XMLHttpRequest | null>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const send = (file: File | undefined) => {
    if (!file || sent !== null) return;
    setProblem(null);
    if (file.size === 0) return setProblem("The file is empty. Nothing was kept.");
    if (file.size > most) return setProblem("The file is larger than 25 MB. Nothing was kept.");
    const request = new XMLHttpRequest();
    running.current = request;
    setSent(0);
    request.upload.onprogress = (event) => setSent(event.total > 0 ? (event.loaded / event.total) * 100 : 0);
    request.onload = () => {
      const answer = JSON.parse(request.responseText || "{}") as { id?: string; error?: { message: string } };
      if (answer.id) router.push(`/contacts/import/${answer.id}`);
      else {
        setSent(null);
        setProblem(answer.error?.message ?? "Countersign does not answer. Nothing was kept; try again in a minute.");
      }
    };
    request.onerror = () => {
      setSent(null);
      setProblem("The upload was cut off. Nothing was kept; choose the file again.");
    };
    request.onabort = () => setSent(null);
    request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "text/csv");
    request.send(file);
  };

  return (
    <div className={classes.dropArea}>
      <button
        type="button"
        className={over ? `${classes.drop} ${classes.over}` : classes.drop}
        disabled={sent !== null}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <IconFileUpload size={28} stroke={1.5} aria-hidden />
        <strong>{sent === null ? "Drop a CSV here, or click to choose it" : "Reading the file"}</strong>
        <span>Up to 25 MB and 100,000 rows</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        aria-label="CSV file"
        onChange={(event) => send(event.currentTarget.files?.[0])}
      />
      {sent !== null && (
        <div className={classes.sending}>
          <Progress value={sent} color="var(--ink)" aria-label="Upload" />
          <Button variant="default" size="compact-sm" onClick={() => running.current?.abort()}>
            Cancel
          </Button>
        </div>
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
