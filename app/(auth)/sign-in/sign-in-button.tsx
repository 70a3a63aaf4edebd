"use client";

import { useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { noAnswer } from "@/app/ui/words/away";
import classes from "./sign-in.module.css";

/** Leads to Microsoft. */
export function SignInButton({ returnTo }: { returnTo: string }) {
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setProblem(false);
    try {
      window.location.href = await addressAtMicrosoft(returnTo);
    } catch {
      setProblem(true);
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className={classes.button} onClick={begin} aria-busy={busy}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path fill="#F25022" d="M0 0h9.5v9.5H0z" />
          <path fill="#7FBA00" d="M10.5 0H20v9.5h-9.5z" />
          <path fill="#00A4EF" d="M0 10.5h9.5V20H0z" />
          <path fill="#FFB900" d="M10.5 10.5H20V20h-9.5z" />
        </svg>
        Sign in with Microsoft
      </button>
      <Problem className={classes.problem}>{problem && noAnswer}</Problem>
    </>
  );
}

/**
 * next-auth wants a form with a token of its own; it answers with where to go on. Its client does the same, with 12 KB of scripts.
 * @throws Error where it does not answer.
 */
async function addressAtMicrosoft(returnTo: string): Promise<string> {
  const asked = await fetch("/api/auth/csrf");
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: returnTo, json: "true" });
  const answer = await fetch("/api/auth/signin/azure-ad", { method: "POST", body });
  return ((await answer.json()) as { url?: string }).url ?? returnTo;
}
