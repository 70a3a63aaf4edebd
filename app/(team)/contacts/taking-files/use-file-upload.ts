"use client";

import { useEffect, useRef, useState } from "react";

/** Where a file goes: its address, its type, and what is done with the id that the server gave it. */
export type Destination = { url: string; type: string; onKept: (id: string) => void };

/**
 * Sends one file with its progress from 0 to 100; `problem` is the sentence why not.
 * @param mostMegabytes what the server takes: a larger one is refused before it is sent.
 */
export function useFileUpload(mostMegabytes: number) {
  const running = useRef<XMLHttpRequest | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = (files: File[], to: (file: File) => Destination) => {
    const [file] = files;
    if (!file || progress !== null) return;
    setProblem(null);
    if (files.length > 1) return setProblem("One file at a time. Nothing was kept.");
    if (file.size === 0) return setProblem("The file is empty. Nothing was kept.");
    if (file.size > mostMegabytes * 1024 * 1024)
      return setProblem(`The file is larger than ${mostMegabytes >= 1024 ? "1 GB" : `${mostMegabytes} MB`}. Nothing was kept.`);
    const { url, type, onKept } = to(file);
    const request = new XMLHttpRequest();
    running.current = request;
    const fail = (sentence: string) => {
      setProgress(null);
      setProblem(sentence);
    };
    setProgress(0);
    request.upload.onprogress = (event) => setProgress(event.total > 0 ? (event.loaded / event.total) * 100 : 0);
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (answer.id) onKept(answer.id);
      else
        fail(answer.error?.message ?? "Countersign did not answer. Nothing goes on from this file; choose it again in a minute.");
    };
    request.onerror = () =>
      fail("The upload was cut off, or its answer was lost. Nothing goes on from it; choose the file again.");
    request.onabort = () => setProgress(null);
    request.open("POST", url);
    request.setRequestHeader("content-type", type);
    request.send(file);
  };
  return { send, cancel: () => running.current?.abort(), progress, problem };
}

/** What stands between us and the server may answer with a page of its own. */
function readAnswer(text: string): { id?: string; error?: { message: string } } {
  try {
    return JSON.parse(text) as { id?: string; error?: { message: string } };
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
