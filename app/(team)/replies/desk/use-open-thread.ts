"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { usePrefetch, useViews } from "@/app/ui/views/use-views";
import { useTitle } from "@/app/ui/words/use-title";
import type { ThreadView } from "@/lib/answers/thread-view";
import type { ListedThread, ThreadList } from "@/lib/threads/thread";
import { addressOf } from "./address-of";
import { phone } from "./phone";

/** How many threads after the open one are read ahead. */
const ahead = 4;

type Given = { all: ListedThread[]; list: ThreadList; served: string | null; isNamed: boolean; view: ThreadView | null };

/** Which thread is open, what it holds, and which are beside it; the address follows, and Back leads back. */
export function useOpenThread({ all, list, served, isNamed, view }: Given) {
  const [current, setCurrent] = useState(served);
  const [named, setNamed] = useState(isNamed ? served : null);
  const pushed = useRef(false);
  const views = useViews(view, { path: "/api/threads", name: "thread" });
  const open = views.of(current);
  useTitle(named === null ? undefined : open?.contact.name, "Replies");
  const at = all.findIndex((row) => row.id === current);
  const nearby = [current, ...all.slice(at + 1, at + 1 + ahead).map(({ id }) => id), all[at - 1]?.id];
  usePrefetch(
    nearby.filter((id) => id !== undefined && id !== null),
    views.load,
  );

  const { filter, mailboxId } = list;
  const show = useCallback(
    (id: string | null, how: "push" | "replace" = "replace") => {
      setCurrent(id);
      setNamed(id);
      pushed.current = how === "push";
      const address = addressOf({ filter, mailboxId }, id);
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    },
    [filter, mailboxId],
  );
  /** What this page opened by itself, and what is open. */
  const ownChoice = useRef<string | null>(null);
  const openNow = useRef(current);
  openNow.current = current;
  const latest = useRef(served);
  latest.current = served;
  useEffect(() => {
    const follow = () => {
      const id = idOfAddress();
      setNamed(id);
      setCurrent(id ?? latest.current);
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  useEffect(() => {
    const id = idOfAddress();
    // The server has chosen: a link inside the page, or Back; or none was named, and this one is on top.
    if (id !== null && id === served) {
      setCurrent(id);
      setNamed(id);
    } else if (id === null && location.pathname === "/replies") {
      // Once it is read another one is on top: the one that was opened by itself stays open all the same.
      const kept = ownChoice.current !== null && ownChoice.current === openNow.current ? ownChoice.current : served;
      if (kept !== null && !matchMedia(phone).matches) {
        ownChoice.current = kept;
        show(kept);
      } else {
        setCurrent(served);
        setNamed(null);
      }
    }
  }, [served, show]);

  return {
    current,
    /** Somebody chose it: on a phone the list gives way to it. */
    isOpened: named !== null,
    view: open,
    trouble: views.troubleOf(current),
    show,
    /** The list again, on a phone. */
    close: () => {
      if (pushed.current) history.back();
      else {
        history.replaceState(null, "", addressOf({ filter, mailboxId }));
        setNamed(null);
      }
    },
    /** The thread before or after the open one. */
    beside: (by: 1 | -1) => (at < 0 && by < 0 ? all.at(-1) : all[at + by])?.id,
    reload: views.reload,
  };
}

function idOfAddress(): string | null {
  return location.pathname.match(/^\/replies\/([^/?]+)/)?.[1] ?? null;
}
