"use client";

import { Checkbox } from "@mantine/core";
import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import { useLater } from "@/app/ui/loading/use-later";
import type { ListChoice } from "@/lib/lists/read-lists";
import { ArchivedBar } from "./archived/archived-bar";
import { initialsOf } from "./initials";
import { Marked } from "./marked";
import { SortedHead } from "./sorted-head";
import { Standing } from "./standing";
import classes from "./table.module.css";
import { TableFoot } from "./table-foot";
import type { RowView } from "./view-row";

const loadBar = async () => (await import("./bulk-bar")).BulkBar;

export type TableProps = {
  path: string;
  query: { q?: string | undefined; sort?: string | undefined };
  rows: RowView[];
  found: { total: number; page: number; pages: number; first: number };
  words: string[];
  lists: ListChoice[];
  /** The list that is looked at, if it is one. */
  list: { id: string; name: string } | null;
  /** The archived are looked at. */
  archived?: boolean;
  mayEdit: boolean;
};

/** Contacts as a table; choosing some raises the bar of what can be done with them. */
export function ContactsTable(props: TableProps) {
  const { path, query, rows, found, words, list, archived, mayEdit } = props;
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [everybody, setEverybody] = useState<string | null>(null);
  // "All" means all that this address shows; another search is another all.
  const here = `${path}?${query.q ?? ""}`;
  const all = everybody === here;
  const ids = rows.filter((row) => all || chosen.has(row.id)).map((row) => row.id);
  const [BulkBar, askBar] = useLater(loadBar);
  const pick = (next: Set<string>) => {
    void askBar();
    setEverybody(null);
    setChosen(next);
  };
  const toggle = (id: string) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    pick(next);
  };
  const full = ids.length === rows.length;
  const table = useRef<HTMLTableElement>(null);
  const letGo = () => {
    // The bar goes away with this, and with it the focus. A narrow window shows no head.
    if (document.activeElement?.closest("[role=toolbar]")) {
      const boxes = [...(table.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
      boxes.find((box) => box.checkVisibility())?.focus();
    }
    pick(new Set());
  };
  const chooseAll = () => (found.total === rows.length ? pick(new Set(rows.map((row) => row.id))) : setEverybody(here));
  useHotkeys({ escape: ids.length > 0 && letGo });
  return (
    <>
      <table ref={table} className={list ? `${classes.table} ${classes.ofList}` : classes.table} aria-label="Contacts">
        <thead>
          <tr>
            {mayEdit && (
              <th scope="col" className={classes.check}>
                <Checkbox
                  size="xs"
                  aria-label="Choose all on this page"
                  color="var(--ink)"
                  iconColor="var(--on-primary)"
                  checked={full}
                  indeterminate={ids.length > 0 && !full}
                  onChange={() => pick(full ? new Set() : new Set(rows.map((row) => row.id)))}
                />
              </th>
            )}
            <SortedHead path={path} query={query} by="name" name="Name" className={classes.name} />
            {!list && (
              <th scope="col" className={classes.email}>
                Email
              </th>
            )}
            <SortedHead path={path} query={query} by="company" name="Company" className={classes.company} />
            {list && (
              <th scope="col" className={classes.added}>
                Added
              </th>
            )}
            <th scope="col" className={classes.stands}>
              Stands
            </th>
            {archived && <SortedHead path={path} query={query} by="archived" name="Archived" className={classes.mailed} newest />}
            {!list && !archived && (
              <SortedHead path={path} query={query} by="mailed" name="Last mailed" className={classes.mailed} newest />
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-chosen={all || chosen.has(row.id) || undefined}>
              {mayEdit && (
                <td className={classes.check}>
                  <Checkbox
                    size="xs"
                    aria-label={`Choose ${row.name}`}
                    color="var(--ink)"
                    iconColor="var(--on-primary)"
                    checked={all || chosen.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                </td>
              )}
              <td className={classes.face} aria-hidden>
                {all || chosen.has(row.id) ? <IconCheck size={20} stroke={2} /> : initialsOf(row.name)}
              </td>
              <td className={classes.name} dir="auto">
                <Link href={`/contacts/${row.id}`} prefetch={false} title={row.name} dir="auto">
                  <Marked text={row.name} words={words} />
                  <LinkBusy />
                </Link>
                {list && (
                  <span className={classes.second} title={row.email}>
                    <Marked text={row.email} words={words} />
                  </span>
                )}
              </td>
              {!list && (
                <td className={classes.email} title={row.email}>
                  <Marked text={row.email} words={words} />
                </td>
              )}
              <td className={classes.company} title={row.company} dir="auto">
                <Marked text={row.company} words={words} />
              </td>
              {list && (
                <td className={classes.added}>
                  <span title={row.added?.how}>{row.added?.how}</span>
                  <span className={classes.second}>{row.added?.where}</span>
                </td>
              )}
              <td className={classes.stands}>
                <Standing standing={row.standing} mailed={row.mailed !== null} />
              </td>
              {!list && <td className={classes.mailed}>{archived ? row.archived : row.mailed}</td>}
              <td className={classes.open} aria-hidden>
                <IconChevronRight size={18} stroke={1.7} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TableFoot path={path} query={query} found={found} shown={rows.length} />
      {ids.length > 0 && archived && (
        <ArchivedBar
          choice={all ? { all: true, search: query.q } : ids}
          count={all ? found.total : ids.length}
          total={found.total}
          onAll={chooseAll}
          onClear={letGo}
        />
      )}
      {BulkBar && ids.length > 0 && !archived && (
        <BulkBar
          from={addressOf(path, { ...query, page: found.page > 1 ? String(found.page) : undefined })}
          choice={
            all
              ? {
                  all: true,
                  search: query.q,
                  ...(list ? { listId: list.id } : {}),
                }
              : ids
          }
          count={all ? found.total : ids.length}
          total={found.total}
          lists={props.lists.filter((one) => one.id !== list?.id)}
          list={list}
          onAll={chooseAll}
          onClear={letGo}
        />
      )}
    </>
  );
}

function addressOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
