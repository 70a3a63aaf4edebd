"use client";

import { NativeSelect } from "@mantine/core";
import { IconAlertTriangle, IconCircle, IconCircleDashed, IconMailExclamation } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import look from "@/app/ui/look/look.module.css";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { byHand, type QueueOf } from "@/lib/drafts/review/queue-of";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import classes from "./queue.module.css";
import type { DeskRow } from "./use-marks";

type Props = {
  queue: ReviewQueue;
  rows: DeskRow[];
  waiting: number;
  signed: number;
  current: string | null;
  of: QueueOf;
  onPick: (id: string) => void;
  onStep: (by: 1 | -1) => void;
  signAll: React.ReactNode;
};

/** The drafts to sign, those due first on top; a list one walks with J and K. */
export function QueueList({ queue, rows, waiting, signed, current, of, onPick, onStep, signAll }: Props) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  // The page comes with the rows one sees; the others are drawn once it is there.
  const [whole, setWhole] = useState(rows.length <= 2 * around);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const drawn = whole ? rows : rowsAround(rows, current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the others are drawn above it, it stands elsewhere.
  useEffect(() => {
    const option = current && list.current?.querySelector<HTMLElement>(`[data-id="${current}"]`);
    if (!option) return;
    option.scrollIntoView({ block: "nearest" });
    // Whoever walks the list with the arrows stays in it.
    if (list.current?.contains(document.activeElement)) option.focus();
  }, [current, whole]);
  const first = rows.some((row) => row.id === current) ? current : rows[0]?.id;
  const share = signed + waiting === 0 ? 100 : (100 * signed) / (signed + waiting);
  return (
    <section className={classes.queue} aria-label="Drafts to sign">
      <header className={classes.head}>
        <div className={classes.title}>
          <h1 className={look.title}>To sign</h1>
          {(queue.campaigns.length + Math.min(queue.byHand, 1) > 1 || of) && (
            <NativeSelect
              variant="unstyled"
              size="xs"
              className={classes.pick}
              aria-label="Show"
              value={of ?? ""}
              onChange={(event) =>
                router.push(event.currentTarget.value ? `/review?campaign=${event.currentTarget.value}` : "/review")
              }
              data={[
                { value: "", label: queue.byHand > 0 || of === byHand ? "All drafts" : "All campaigns" },
                ...(queue.byHand > 0 || of === byHand ? [{ value: byHand, label: "By hand" }] : []),
                ...queue.campaigns.map((one) => ({ value: one.id, label: one.name })),
                ...(of && of !== byHand && !queue.campaigns.some((one) => one.id === of)
                  ? [{ value: of, label: "This campaign" }]
                  : []),
              ]}
            />
          )}
        </div>
        <p className={classes.count}>
          <span>
            <strong>{signed}</strong> signed today
          </span>
          <span>
            {waiting} to go{waiting > 0 && `, about ${aboutMinutes(waiting)}`}
          </span>
        </p>
        <div className={classes.bar} aria-hidden>
          <div style={{ width: `${share}%` }} />
        </div>
      </header>
      <div
        className={classes.rows}
        role="listbox"
        aria-label="Drafts"
        ref={list}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          onStep(event.key === "ArrowDown" ? 1 : -1);
        }}
      >
        {drawn.map((row) => (
          <button
            key={row.id}
            type="button"
            role="option"
            data-id={row.id}
            tabIndex={row.id === first ? 0 : -1}
            aria-selected={row.id === current}
            className={classes.row}
            onClick={() => onPick(row.id)}
          >
            <RowSign state={row.state} />
            <span className={classes.who}>
              <span className={classes.line}>
                <span className={row.state === "signed" ? classes.nameSigned : classes.name} dir="auto">
                  {row.name}
                </span>
                {row.signedAt ? (
                  <span className={classes.at}>{row.signedAt}</span>
                ) : (
                  row.hand && <span className={classes.hand}>by hand, {row.hand}</span>
                )}
              </span>
              <span className={classes.subject} dir="auto">
                {row.subject || "No subject"}
              </span>
            </span>
          </button>
        ))}
        {queue.waiting > rows.length && <p className={classes.more}>{queue.waiting - rows.length} more come after these.</p>}
      </div>
      {signAll}
    </section>
  );
}

const around = 30;

/** The rows beside the one that is open. */
function rowsAround(rows: DeskRow[], current: string | null): DeskRow[] {
  const at = rows.findIndex((row) => row.id === current);
  const from = Math.max(0, at - around);
  return rows.slice(from, from + 2 * around);
}

function RowSign({ state }: { state: DeskRow["state"] }) {
  if (state === "signed") return <SealTick size={16} />;
  if (state === "signing")
    return <IconCircleDashed size={16} stroke={1.7} color="var(--seal-mid)" role="img" aria-label="Being signed" />;
  if (state === "taking")
    return <IconCircleDashed size={16} stroke={1.7} color="var(--control)" role="img" aria-label="Being taken back" />;
  if (state === "warns")
    return <IconAlertTriangle size={16} stroke={1.7} color="var(--wait-mark)" role="img" aria-label="A check fails" />;
  if (state === "changed")
    return <IconMailExclamation size={16} stroke={1.7} color="var(--stop)" role="img" aria-label="Not as signed" />;
  return <IconCircle size={14} stroke={1.7} color="var(--control)" aria-hidden className={classes.ring} />;
}

/** At seven seconds a draft. */
function aboutMinutes(drafts: number): string {
  const minutes = Math.ceil((drafts * 7) / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`;
}
