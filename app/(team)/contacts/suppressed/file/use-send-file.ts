"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { dropSuppressionFileAction } from "./actions";

const most = 100 * 1024 * 1024;

/** Files sent from this page, by the id they got: another column is read out of the same file, without choosing it again. */
const sent = new Map<string, File>();

/** The file behind an id, while the page that sent it is open. */
export const sentFile = (id: string): File | null => sent.get(id) ?? null;

/** Sends a file with its progress from 0 to 100 and leads to what it would do; `problem` is the sentence why not. */
export function useSendFile() {
  const router = useRouter();
  const running = useRef<XMLHttpRequest | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = (files: File[], again?: { column: number; replaces: string }) => {
    const [file] = files;
    if (!file || progress !== null) return;
    setProblem(null);
    if (files.length > 1) return setProblem("One file at a time. Nothing was kept.");
    if (file.size === 0) return setProblem("The file is empty. Nothing was kept.");
    if (file.size > most) return setProblem("The file is larger than 100 MB. Nothing was kept.");
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
      if (!answer.id)
        return fail(answer.error?.message ?? "Countersign does not answer. Nothing was kept; try again in a minute.");
      sent.set(answer.id, file);
      // The reading before waits for nobody any more; should it stay, it is only one more to leave.
      if (again) dropSuppressionFileAction({ fileId: again.replaces }).catch(() => undefined);
      router.push(`/contacts/suppressed/file/${answer.id}`);
    };
    request.onerror = () => fail("The upload was cut off. Nothing was kept; choose the file again.");
    request.onabort = () => setProgress(null);
    const chosen = again ? `&column=${again.column}` : "";
    request.open("POST", `/api/suppressions?name=${encodeURIComponent(file.name)}${chosen}`);
    request.setRequestHeader("content-type", file.type || "text/csv");
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
