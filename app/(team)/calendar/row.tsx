"use client";

import { Checkbox } from "@mantine/core";
import { IconChevronRight, IconClock, IconSend, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { type TouchEvent, useRef, useState } from "react";
import { LaterPart } from "@/app/ui/loading/later-part";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import classes from "./list.module.css";
import type { useTimeActs } from "./use-time-acts";

const loadOtherTime = async () => (await import("./other-time")).OtherTime;

type Props = {
  row: ScheduledRow;
  isFirst: boolean;
  isChosen: boolean;
  isChoosing: boolean;
  able: boolean;
  stopped: boolean;
  isMoving: boolean;
  setMoving: (open: boolean) => void;
  onPoint: (on: boolean) => void;
  onToggle: () => void;
  acts: Pick<ReturnType<typeof useTimeActs>, "busy" | "sendNow" | "move"> & { cancel: () => void };
};

/** A mail with its time; under the pointer, or focused, with what can be done about it. On a phone a card that opens by a finger drawn to the left. */
export function Row({ row, isFirst, isChosen, isChoosing, able, stopped, isMoving, setMoving, onPoint, onToggle, acts }: Props) {
  const [drawn, setDrawn] = useState(false);
  const box = row.mailbox.replace(/@.*$/, "@");
  // Who moved it is why it leaves then.
  const why = row.moved?.includes("moved by") ? row.moved.replace(/^w/, "W") : [row.why, row.moved].filter(Boolean).join(", ");
  return (
    <tr
      data-draft={row.draftId}
      data-chosen={isChosen || undefined}
      data-moving={isMoving || undefined}
      data-drawn={drawn || undefined}
      // One of the rows is reached by Tab; the others by J, K and the arrows.
      tabIndex={isFirst ? 0 : -1}
      aria-keyshortcuts={able ? "Enter T Backspace X" : undefined}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      {...useDrawn(able, setDrawn)}
    >
      <td className={classes.leaves}>
        {able && (
          <span className={classes.check} data-shown={isChoosing || undefined}>
            <Checkbox
              size="xs"
              color="var(--ink)"
              aria-label={`Choose the mail to ${row.name}`}
              checked={isChosen}
              onChange={onToggle}
              tabIndex={-1}
            />
          </span>
        )}
        <time dateTime={row.at}>{row.here}</time>
      </td>
      <td className={classes.seal}>
        {row.held ? (
          <i className={classes.dot} title="Held" />
        ) : row.signed ? (
          <SealTick />
        ) : (
          <i className={classes.dot} title="Not signed" />
        )}
        <span className={classes.spoken}>{row.held ? "Held" : (row.seal ?? (row.signed ? "Signed" : "Not signed"))}</span>
      </td>
      <td className={classes.to}>
        <Link
          href={row.threadId ? `/replies/${row.threadId}` : `/review/${row.draftId}`}
          prefetch={false}
          className={classes.opens}
          title={row.name}
        >
          {row.name}
        </Link>
        <span className={classes.drawnLine}>
          {row.here}, from {box}
        </span>
      </td>
      <td className={classes.subject} title={row.subject}>
        {row.subject}
      </td>
      <td className={classes.from} title={row.mailbox}>
        {box}
      </td>
      <td className={classes.by} title={row.by}>
        {row.by}
        <span className={classes.phoneWhy}>
          , {lowerFirst(row.why.replace(`${row.by.replace(/, by hand$/, "")} chose it`, "as chosen"))}
        </span>
      </td>
      <td className={classes.why}>
        {row.held ? (
          <span className={classes.held}>
            {row.held.words}{" "}
            {row.held.href && (
              <Link href={row.held.href} className={classes.way}>
                {row.held.way}
              </Link>
            )}
          </span>
        ) : (
          <span className={classes.said} title={row.there ? `${why}, ${row.there}` : why}>
            {why}
            {row.there && !why.includes(row.there) && <span className={classes.there}>{sayThere(why, row.there)}</span>}
          </span>
        )}
        {able && (
          <div className={classes.acts}>
            <button type="button" disabled={acts.busy || stopped} aria-keyshortcuts="Enter" onClick={() => acts.sendNow(row)}>
              <IconSend size={22} stroke={1.7} aria-hidden /> Send now
            </button>
            <LaterPart
              about={{ row, opened: isMoving, setOpened: setMoving, busy: acts.busy, move: acts.move }}
              load={loadOtherTime}
              popup="dialog"
            >
              <button type="button" aria-keyshortcuts="T" aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
                <IconClock size={22} stroke={1.7} aria-hidden /> Other time
              </button>
            </LaterPart>
            <button type="button" disabled={acts.busy} aria-keyshortcuts="Backspace" onClick={acts.cancel}>
              <IconX size={22} stroke={1.7} aria-hidden /> Cancel
            </button>
          </div>
        )}
      </td>
      {able && (
        <td className={classes.draw}>
          <button
            type="button"
            aria-expanded={drawn}
            aria-label={`What to do with the mail to ${row.name}`}
            onClick={() => setDrawn(!drawn)}
          >
            <IconChevronRight size={20} stroke={1.7} aria-hidden />
          </button>
        </td>
      )}
    </tr>
  );
}

/** ", 10:30 in Denver"; the town is not named twice. */
function sayThere(why: string, there: string): string {
  const [clock = "", town = ""] = there.split(" in ");
  return why.includes(town) ? `, ${clock} there` : `, ${there}`;
}

const lowerFirst = (text: string) =>
  /^[A-Z][a-z]+ (free|good)/.test(text) || /^(At|Back|Right)/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;

/** A finger drawn to the left opens the card, to the right closes it; one that scrolls does neither. */
function useDrawn(able: boolean, setDrawn: (drawn: boolean) => void) {
  const from = useRef({ x: 0, y: 0 });
  if (!able) return null;
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      from.current = { x: touches[0]?.clientX ?? 0, y: touches[0]?.clientY ?? 0 };
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const end = changedTouches[0];
      if (!end) return;
      const across = end.clientX - from.current.x;
      if (Math.abs(across) > 48 && Math.abs(across) > 2 * Math.abs(end.clientY - from.current.y)) setDrawn(across < 0);
    },
  };
}
