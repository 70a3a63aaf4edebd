"use client";

import { Button, Checkbox, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import Link from "next/link";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Pages } from "@/app/ui/words/pages";
import type { ListChoice } from "@/lib/campaigns/setup/read-lists";
import type { ContactRow, ContactsPage } from "@/lib/contacts/read-contacts";
import { addMembersAction, archiveContactsAction, createListAction, removeMembersAction, restoreContactsAction } from "./actions";
import classes from "./contacts.module.css";

type Props = {
  path: string;
  query: { q?: string | undefined; sort?: string | undefined };
  list: ContactsPage;
  lists: ListChoice[];
  listId: string | null;
  mayEdit: boolean;
  timezone: string;
};

/** Contacts as a table with search and sort in the address; choosing some raises the bar of what can be done with them. */
export function ContactsTable({ path, query, list, lists, listId, mayEdit, timezone }: Props) {
  const { act, busy, problem } = useAct();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const here = list.rows.filter((row) => chosen.has(row.id)).map((row) => row.id);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const clear = () => setChosen(new Set());
  const said = (message: string) => notifications.show({ message });
  return (
    <div className={classes.page}>
      <search>
        <form className={classes.searchRow}>
          <input
            type="search"
            name="q"
            aria-label="Search contacts"
            placeholder="Search name, address, company"
            defaultValue={query.q ?? ""}
            className={classes.search}
          />
          {query.sort && <input type="hidden" name="sort" value={query.sort} />}
        </form>
      </search>
      {list.rows.length === 0 ? (
        <div className={classes.none}>
          <p>
            {query.q
              ? "Nobody fits this search."
              : "Upload a CSV, or add somebody by hand. What you upload stays with your team."}
          </p>
          {query.q ? (
            <Link href={path} className={classes.plain}>
              Show all
            </Link>
          ) : (
            mayEdit && (
              <Link href="/contacts/import" className={classes.primary}>
                Import a CSV
              </Link>
            )
          )}
        </div>
      ) : (
        <table className={`${classes.table} ${classes.cards}`}>
          <thead>
            <tr>
              {mayEdit && (
                <th scope="col" className={classes.check}>
                  <Checkbox
                    aria-label="Choose all on this page"
                    color="var(--ink)"
                    checked={here.length === list.rows.length}
                    indeterminate={here.length > 0 && here.length < list.rows.length}
                    onChange={() =>
                      setChosen(here.length === list.rows.length ? new Set() : new Set(list.rows.map((row) => row.id)))
                    }
                  />
                </th>
              )}
              <Sorted path={path} query={query} by="name" name="Name" />
              <Sorted path={path} query={query} by="company" name="Company" />
              <th scope="col">Stands</th>
              <th scope="col" className={classes.right}>
                Last mail
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.id} data-chosen={chosen.has(row.id) || undefined}>
                {mayEdit && (
                  <td className={classes.check}>
                    <Checkbox
                      aria-label={`Choose ${row.name ?? row.email}`}
                      color="var(--ink)"
                      checked={chosen.has(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  </td>
                )}
                <td>
                  <Link href={`/contacts/${row.id}`}>{row.name ?? row.email}</Link>
                  {row.name && <span className={classes.block}>{row.email}</span>}
                </td>
                <td>{row.company}</td>
                <td>{stands(row)}</td>
                <td className={classes.right}>{row.lastSentAt ? day(row.lastSentAt, timezone) : "none yet"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages path={path} query={query} page={list.page} pages={list.pages} total={list.total} />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {here.length > 0 && (
        <div className={classes.bulk} role="toolbar" aria-label="With those chosen">
          <strong>{here.length.toLocaleString("en")} chosen</strong>
          <Menu position="top" radius={12} shadow="lg">
            <Menu.Target>
              <Button size="compact-md" variant="white" color="dark" loading={busy}>
                Add to a list
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {lists.map((one) => (
                <Menu.Item
                  key={one.id}
                  onClick={() =>
                    act(
                      () => addMembersAction({ listId: one.id, contactIds: here }),
                      () => {
                        said(`They are in ${one.name}.`);
                        clear();
                      },
                    )
                  }
                >
                  {one.name}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item
                onClick={() =>
                  act(async () => {
                    const name = `List of ${new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
                    const made = await createListAction({ name });
                    if (!made.ok) return made;
                    const added = await addMembersAction({ listId: made.data, contactIds: here });
                    if (added.ok) said(`They are in a new list, ${name}.`);
                    return added;
                  }, clear)
                }
              >
                A new list
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {listId && (
            <Button
              size="compact-md"
              variant="white"
              color="dark"
              loading={busy}
              onClick={() => act(() => removeMembersAction({ listId, contactIds: here }), clear)}
            >
              Take out of this list
            </Button>
          )}
          {!listId && (
            <Button
              size="compact-md"
              variant="white"
              color="dark"
              loading={busy}
              onClick={() =>
                act(
                  () => archiveContactsAction({ contactIds: here }),
                  () => {
                    clear();
                    notifications.show({
                      message: (
                        <span>
                          {here.length.toLocaleString("en")} archived.{" "}
                          <button
                            type="button"
                            className={classes.link}
                            onClick={() => act(() => restoreContactsAction({ contactIds: here }))}
                          >
                            Take back
                          </button>
                        </span>
                      ),
                    });
                  },
                )
              }
            >
              Archive
            </Button>
          )}
          <Button size="compact-md" variant="transparent" c="var(--on-primary)" onClick={clear}>
            Clear
          </Button>
        </div>
      )}
    </div>
  );
}

function Sorted({ path, query, by, name }: { path: string; query: Props["query"]; by: string; name: string }) {
  const active = query.sort === by;
  return (
    <th scope="col" aria-sort={active ? "ascending" : undefined}>
      <Link href={{ pathname: path, query: { ...(query.q ? { q: query.q } : {}), ...(active ? {} : { sort: by }) } }}>
        {name}
        {active ? " ↑" : ""}
      </Link>
    </th>
  );
}

function stands(row: ContactRow): string {
  if (row.suppressed)
    return row.suppressed === "by hand" ? "Suppressed" : row.suppressed === "bounced" ? "Bounced, dead address" : "Unsubscribed";
  if (row.replied) return "Replied";
  return row.open ? "In a campaign" : "";
}

function day(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone }).format(at);
}
