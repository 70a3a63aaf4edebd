"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ListedThread, ThreadList } from "@/lib/threads/thread";
import { useHeldList } from "./list/use-held-list";

/** So long after an act what the server says of a thread may be older than the act. */
const settlesMs = 2000;

export type DeskList = ReturnType<typeof useDeskList>;

/** The list of the page: held still, without what was settled in this moment, and with the pages that were asked for. */
export function useDeskList(latest: ThreadList) {
  const { list, fresh, readAnew, box, holding, isFocused } = useHeldList(latest);
  const [gone, setGone] = useState<ReadonlyMap<string, number>>(new Map());
  const [read, setRead] = useState<ReadonlyMap<string, string>>(new Map());
  const key = `${latest.filter} ${latest.mailboxId}`;
  const [more, setMore] = useState<{ key: string; rows: ListedThread[]; next: string | null } | null>(null);
  const [loading, setLoading] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const takeBack = useCallback((id: string) => {
    // The same map where there is nothing to take back, so that nothing is drawn anew.
    setGone((before) => (before.has(id) ? new Map([...before].filter(([one]) => one !== id)) : before));
  }, []);
  const stays = (row: ListedThread) => !gone.has(row.id);
  const behind = more?.key === key ? more : null;
  const asked = useRef(behind);
  asked.current = behind;
  const seen = useRef(latest);
  useEffect(() => {
    if (seen.current === latest) return;
    seen.current = latest;
    const told = new Set([...latest.rows, ...latest.earlier].map((row) => row.id));
    // What the server says some time after an act is what came of it. Of pages that were asked for once it says nothing any more.
    const isOld = (id: string) => told.has(id) || !asked.current?.rows.some((row) => row.id === id);
    setGone((before) => new Map([...before].filter(([id, since]) => performance.now() - since < settlesMs || !isOld(id))));
  }, [latest]);

  const known = new Set([...list.rows, ...list.earlier].map((row) => row.id));
  const next = behind ? behind.next : list.next;
  const loadMore = async () => {
    if (!next || loading) return;
    setLoading(true);
    const page = await readPage(latest, next);
    setLoading(false);
    setTrouble("trouble" in page ? page.trouble : null);
    if (!("list" in page)) return;
    const before = behind?.rows ?? [];
    const there = new Set(before.map((row) => row.id));
    setMore({ key, rows: [...before, ...page.list.rows.filter((row) => !there.has(row.id))], next: page.list.next });
  };
  return {
    rows: [...list.rows, ...(behind?.rows ?? []).filter((row) => !known.has(row.id))].filter(stays),
    earlier: list.earlier.filter(stays),
    fresh,
    showNew: () => {
      setMore(null);
      readAnew();
    },
    box,
    holding,
    isFocused,
    next,
    loadMore,
    loading,
    trouble,
    /** It belongs to this list no longer, as of now. */
    drop: (id: string) => setGone((before) => new Map(before).set(id, performance.now())),
    takeBack,
    markRead: (id: string, at: string) => setRead((before) => new Map(before).set(id, at)),
    isRead: (row: ListedThread) => read.get(row.id) === row.at,
  };
}

async function readPage({ filter, mailboxId }: ThreadList, after: string): Promise<{ list: ThreadList } | { trouble: string }> {
  try {
    const query = new URLSearchParams({ show: filter, after, ...(mailboxId ? { mailbox: mailboxId } : {}) });
    const response = await fetch(`/api/threads?${query}`, { cache: "no-store" });
    const answer = (await response.json()) as ThreadList & { error?: { message: string } };
    return response.ok ? { list: answer } : { trouble: answer.error?.message ?? "The rest of the list could not be read." };
  } catch {
    return { trouble: "Countersign does not answer. The rest of the list can be read as soon as it does." };
  }
}
