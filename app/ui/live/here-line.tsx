"use client";
import { useEffect, useState } from "react";
import { useHere } from "@/app/ui/act/here";
import classes from "./lost-line.module.css";
import { mayReload } from "./may-reload";

const lookMs = 2000;
const reloadedFor = "countersign-reloaded-for";

/** On top of the page where it cannot go on as it is: a newer version is there, or the session has ended. Where nothing was typed it goes on by itself. */
export function HereLine() {
  const { newer, build, signedOut } = useHere();
  const [here, setHere] = useState("/");
  const stands = newer || signedOut;
  useEffect(() => {
    if (!stands) return;
    setHere(location.pathname + location.search);
    const go = () => {
      if (!mayReload() || document.visibilityState !== "visible") return;
      // Of several servers one may still be older: once for each version is enough.
      if (!signedOut && !isFirstFor(build)) return;
      location.reload();
    };
    go();
    const timer = setInterval(go, lookMs);
    return () => clearInterval(timer);
  }, [stands, signedOut, build]);
  if (signedOut)
    return (
      <div className={classes.strip} role="alert">
        <p>
          <strong>You were signed out.</strong> Sign in; your text is kept.
        </p>
        <a href={`/sign-in?${new URLSearchParams({ return: here })}`}>Sign in</a>
      </div>
    );
  if (!newer) return null;
  return (
    <div className={classes.quiet} role="status">
      <p>
        <strong>A newer Countersign is here.</strong> Reload; what you typed is kept.
      </p>
      <button type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </div>
  );
}

function isFirstFor(build: string | null): boolean {
  try {
    if (sessionStorage.getItem(reloadedFor) === String(build)) return false;
    sessionStorage.setItem(reloadedFor, String(build));
    return true;
  } catch {
    // A browser that keeps nothing cannot tell; the person reloads.
    return false;
  }
}
