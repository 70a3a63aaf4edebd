"use client";

import { useEffect, useRef } from "react";
import type { ThreadList as List, ListedThread } from "@/lib/threads/thread";
import type { DeskList } from "../use-desk-list";
import classes from "./list.module.css";
import { ListHead } from "./list-head";
import { ThreadRow } from "./thread-row";

type Props = {
  desk: DeskList;
  latest: List;
  current: string | null;
  me: string;
  asOf: Date;
  timezone: string;
  mayExport: boolean;
  nothing: React.ReactNode;
  onPick: (id: string) => void;
  onStep: (by: 1 | -1) => void;
};

/** The threads, unread ones on top; a list one walks with J and K. It holds still while it is pointed at. */
export function ThreadList({ desk, latest, current, me, asOf, timezone, mayExport, nothing, onPick, onStep }: Props) {
  const { rows, earlier, isFocused, box: list } = desk;
  const hadFocus = useRef(isFocused);
  hadFocus.current = isFocused;
  useEffect(() => {
    const option = current && list.current?.querySelector<HTMLElement>(`[data-id="${current}"]`);
    if (!option) return;
    option.scrollIntoView({ block: "nearest" });
    // Whoever walks the list with the arrows stays in it.
    const active = document.activeElement;
    if (list.current?.contains(active) || (hadFocus.current && active === document.body)) option.focus();
  }, [current, list]);
  const all = [...rows, ...earlier];
  const first = all.some((row) => row.id === current) ? current : all[0]?.id;
  const rowOf = (row: ListedThread) => (
    <ThreadRow
      key={row.id}
      row={row}
      isCurrent={row.id === current}
      isFirst={row.id === first}
      isRead={desk.isRead(row)}
      {...{ me, asOf, timezone }}
      onPick={() => onPick(row.id)}
    />
  );
  return (
    <section className={classes.list} aria-label="Threads">
      <ListHead list={latest} mayExport={mayExport} />
      <p className={classes.fresh} role="status">
        {desk.fresh > 0 && (
          <button
            type="button"
            onClick={() => {
              desk.showNew();
              list.current?.scrollTo(0, 0);
            }}
          >
            {desk.fresh} new
          </button>
        )}
      </p>
      <div className={classes.scroll} ref={list} {...desk.holding}>
        {rows.length === 0 && <div className={earlier.length > 0 ? classes.above : classes.alone}>{nothing}</div>}
        {all.length > 0 && (
          <div
            role="listbox"
            aria-label="Threads"
            tabIndex={-1}
            className={classes.rows}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
              event.preventDefault();
              onStep(event.key === "ArrowDown" ? 1 : -1);
            }}
          >
            {rows.map(rowOf)}
            {earlier.length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own.
              <div role="group" aria-labelledby="earlier">
                <p className={classes.earlier} id="earlier">
                  Earlier, answered or settled
                </p>
                {earlier.map(rowOf)}
              </div>
            )}
          </div>
        )}
        {desk.next && (
          <button type="button" className={classes.more} onClick={() => void desk.loadMore()} disabled={desk.loading}>
            {desk.loading ? "Reading more…" : "Show more"}
          </button>
        )}
        {desk.trouble && (
          <p role="alert" className={classes.trouble}>
            {desk.trouble}
          </p>
        )}
      </div>
    </section>
  );
}
