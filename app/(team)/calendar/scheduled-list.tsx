"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { useDialog } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import type { ScheduledDay, ScheduledFilter, ScheduledRow, ScheduledView } from "@/lib/scheduled/scheduled";
import { addressOf } from "./address";
import { Heads } from "./heads";
import classes from "./list.module.css";
import { Row } from "./row";
import { SelectionBar } from "./selection-bar";
import { useHeldView } from "./use-held-view";
import { useTimeActs } from "./use-time-acts";

const loadCancel = async () => (await import("./cancel-dialog")).CancelDialog;

type Props = { view: ScheduledView; filter: ScheduledFilter; mayAct: boolean };

/** Everything that has its time, day by day; J and K move over the rows, and the focused one can be sent now, moved or cancelled. */
export function ScheduledList({ view: latest, filter, mayAct }: Props) {
  const acts = useTimeActs();
  const [moving, setMoving] = useState<string | null>(null);
  const [asked, setAsked] = useState<ScheduledRow[]>([]);
  const { Dialog, shown: asking, open, close, button } = useDialog(loadCancel);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const { shown: view, holding } = useHeldView(latest, moving !== null || asking, acts.busy);
  const table = useRef<HTMLTableElement>(null);
  const pointed = useRef<string | null>(null);
  const offline = useConnection().since !== null;
  const able = mayAct && !offline;

  const rows = [...view.waiting, ...view.days.flatMap((day) => day.rows)];
  const picked = rows.filter((row) => chosen.has(row.draftId));
  const focused = () => rows.find((row) => document.activeElement?.closest("tr")?.dataset.draft === row.draftId);
  const current = () => focused() ?? rows.find((row) => row.draftId === pointed.current);
  const drawn = (row?: ScheduledRow) => table.current?.querySelector<HTMLElement>(`tr[data-draft="${row?.draftId}"]`);
  const step = (by: 1 | -1) => {
    const from = current();
    const next = rows[from ? Math.min(rows.length - 1, Math.max(0, rows.indexOf(from) + (focused() ? by : 0))) : 0];
    drawn(next)?.focus();
  };
  const toggle = (row: ScheduledRow) => {
    const next = new Set(chosen);
    if (!next.delete(row.draftId)) next.add(row.draftId);
    setChosen(next);
  };
  const cancel = (some: ScheduledRow[]) => {
    const [only] = some;
    if (some.length === 1 && only?.byHand) acts.cancel(only, () => setChosen(new Set()));
    else if (some.every(({ byHand }) => byHand))
      acts.cancelMany(
        some.map(({ draftId }) => draftId),
        () => setChosen(new Set()),
      );
    else {
      setAsked(some);
      open();
    }
  };
  const onRow = (act: (row: ScheduledRow) => void, find = focused) => {
    const row = find();
    if (!row || !able) return false;
    act(row);
  };
  useHotkeys({
    j: () => step(1),
    k: () => step(-1),
    arrowdown: () => (focused() ? step(1) : false),
    arrowup: () => (focused() ? step(-1) : false),
    x: () => onRow(toggle, current),
    space: () => onRow(toggle),
    // A focused link or button does its own.
    enter: (event) => (event.target instanceof HTMLTableRowElement && !event.repeat ? onRow(acts.sendNow) : false),
    t: () => onRow((row) => drawn(row)?.querySelector<HTMLElement>("[aria-keyshortcuts=T]")?.click(), current),
    backspace: () => onRow((row) => cancel([row])),
    escape: () => (chosen.size > 0 ? setChosen(new Set()) : false),
  });

  const first = rows[0]?.draftId;
  const draw = (row: ScheduledRow) => (
    <Row
      key={row.slotId}
      row={row}
      isFirst={row.draftId === first}
      isChosen={chosen.has(row.draftId)}
      isChoosing={chosen.size > 0}
      able={able}
      stopped={view.stopped}
      isMoving={moving === row.draftId}
      setMoving={(open) => setMoving(open ? row.draftId : null)}
      onPoint={(on) => {
        pointed.current = on ? row.draftId : null;
      }}
      onToggle={() => toggle(row)}
      acts={{ ...acts, cancel: () => cancel([row]) }}
    />
  );
  return (
    <>
      <Problem className={classes.problem}>{acts.problem}</Problem>
      <table
        ref={table}
        className={classes.table}
        data-stopped={view.stopped || undefined}
        aria-label="Mails that have their time"
        onFocus={button.onFocus}
        {...holding}
      >
        <Heads />
        {view.waiting.length > 0 && (
          <tbody>
            <DayHead name="Waiting" said={`${view.waiting.length.toLocaleString("en")} could not leave at their time`} />
            {view.waiting.map(draw)}
          </tbody>
        )}
        {view.days.map((day, index) => (
          <tbody key={day.key}>
            <DayHead
              name={day.name}
              said={`${day.count.toLocaleString("en")}${day.name === "Today" ? " to come" : ""}`}
              city={index === 0 ? view.city : null}
            />
            {day.rows.map(draw)}
            <MoreOf day={day} filter={filter} />
          </tbody>
        ))}
      </table>
      {view.later && (
        <p className={classes.more}>
          {view.later.count.toLocaleString("en")} more on later days{" "}
          <Link href={addressOf(filter, { from: view.later.from })} scroll>
            Show them
          </Link>
        </p>
      )}
      {filter.from && (
        <p className={classes.more}>
          <Link href={addressOf(filter, {})}>From today on</Link>
        </p>
      )}
      {able && picked.length > 0 && (
        <SelectionBar
          rows={picked}
          busy={acts.busy}
          onSend={() => acts.sendMany([...picked.map(({ draftId }) => draftId)], () => setChosen(new Set()))}
          onMove={(minutes, words) =>
            acts.moveMany([...picked.map(({ draftId }) => draftId)], minutes, words, () => setChosen(new Set()))
          }
          onCancel={() => cancel(picked)}
          onClear={() => setChosen(new Set())}
        />
      )}
      {Dialog && (
        <Dialog
          opened={asking}
          rows={asked}
          busy={acts.busy}
          onKeep={close}
          onCancel={(some) => {
            close();
            setChosen(new Set());
            const [only] = some;
            if (some.length === 1 && only) acts.cancel(only);
            else
              acts.cancelMany(
                some.map(({ draftId }) => draftId),
                () => {},
              );
          }}
        />
      )}
    </>
  );
}

function DayHead({ name, said, city = null }: { name: string; said: string; city?: string | null }) {
  return (
    <tr className={classes.day}>
      <th scope="rowgroup" colSpan={7}>
        {name}{" "}
        <span>
          {said}
          {city && <span className={classes.city}>, in {city}</span>}
        </span>
      </th>
    </tr>
  );
}

/** "29 more today", and what of an open day is on the page before and behind. */
function MoreOf({ day, filter }: { day: ScheduledDay; filter: ScheduledFilter }) {
  const goesOn = day.isOpen && filter.after !== null;
  if (day.more === 0 && !day.next && !day.isOpen) return null;
  const when = day.name === "Today" ? " today" : "";
  return (
    <tr className={classes.moreRow}>
      <td colSpan={7}>
        {day.more > 0 && (
          <>
            {day.more.toLocaleString("en")} more{when}{" "}
            <Link href={addressOf(filter, { from: filter.from, day: day.key })} scroll={false}>
              Show all
            </Link>
          </>
        )}
        {day.next && (
          <Link href={addressOf(filter, { from: filter.from, day: day.key, after: day.next })}>Show the next ones</Link>
        )}{" "}
        {goesOn && <Link href={addressOf(filter, { from: filter.from, day: day.key })}>From the first of the day</Link>}
        {day.isOpen && !goesOn && !day.next && (
          <Link href={addressOf(filter, { from: filter.from })} scroll={false}>
            Show fewer
          </Link>
        )}
      </td>
    </tr>
  );
}
