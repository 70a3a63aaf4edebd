"use client";

import { Menu, Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import { writeTo } from "@/app/ui/words/write-to";
import { mostPeople } from "@/lib/letters/most-people";
import type { ListChoice } from "@/lib/lists/read-lists";
import { archiveContactsAction, restoreContactsAction } from "./actions";
import { addMembersAction, createListAction, removeMembersAction } from "./lists/actions";
import { NameListForm } from "./name-list-form";
import classes from "./table.module.css";

type Props = {
  /** The address of this page, to come back to. */
  from: string;
  choice: string[] | { all: true; search?: string | undefined; listId?: string };
  count: number;
  total: number;
  lists: ListChoice[];
  list: { id: string; name: string } | null;
  onAll: () => void;
  onClear: () => void;
};

/** What can be done with those chosen, with a way back where there is one. */
export function BulkBar({ from, choice, count, total, lists, list, onAll, onClear }: Props) {
  const { act, busy, problem } = useAct();
  const [naming, setNaming] = useState(false);
  const people = (some: number) => sayCount(some, "person", "people");

  const addTo = (listId: string, name: string) =>
    act(async () => {
      const added = await addMembersAction({ listId, choice });
      if (added.ok) {
        const here = count - added.data;
        toast(`${people(added.data)} added to ${name}.${here > 0 ? ` ${here.toLocaleString("en")} were in it already.` : ""}`);
        onClear();
      }
      return added;
    });
  const addToNew = (name: string) =>
    act(async () => {
      const made = await createListAction({ name });
      if (!made.ok) return made;
      const added = await addMembersAction({ listId: made.data, choice });
      if (added.ok) {
        toast(`${people(added.data)} are in a new list, ${name.trim()}.`);
        setNaming(false);
        onClear();
      }
      return added;
    });
  const remove = (from: { id: string; name: string }) =>
    act(async () => {
      const gone = await removeMembersAction({ listId: from.id, choice });
      if (gone.ok) {
        const back = Array.isArray(choice) ? () => act(() => addMembersAction({ listId: from.id, choice })) : undefined;
        toast(`${people(gone.data)} taken out of ${from.name}.`, { back });
        onClear();
      }
      return gone;
    });
  const archive = () =>
    act(async () => {
      const done = await archiveContactsAction({ choice });
      if (done.ok) {
        const { archived, at } = done.data;
        const stay = count - archived;
        toast(
          `${people(archived)} archived.${stay > 0 ? ` ${stay.toLocaleString("en")} stay: a campaign or a mail by hand is open for them.` : ""}`,
          {
            back: archived > 0 ? () => act(() => restoreContactsAction({ archivedAt: at })) : undefined,
          },
        );
        onClear();
      }
      return done;
    });

  return (
    <div className={classes.bulkPlace}>
      <div className={classes.bulk} role="toolbar" aria-label="With those chosen">
        <strong role="status">{count.toLocaleString("en")} selected</strong>
        {count < total && (
          <button type="button" className={classes.all} onClick={onAll}>
            Select all {total.toLocaleString("en")}
          </button>
        )}
        <i aria-hidden />
        {Array.isArray(choice) && count <= mostPeople && (
          <Link href={writeTo(choice, from)} prefetch={false} data-write={choice.join(",")}>
            Write
          </Link>
        )}
        <Menu position="top" radius={12} shadow="lg" withinPortal>
          <Menu.Target>
            <button type="button" disabled={busy}>
              Add to list
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
            {lists.map((one) => (
              <Menu.Item key={one.id} onClick={() => addTo(one.id, one.name)}>
                {one.name}
              </Menu.Item>
            ))}
            {lists.length > 0 && <Menu.Divider />}
            <Menu.Item onClick={() => setNaming(true)}>A new list</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {list ? (
          <button type="button" disabled={busy} onClick={() => remove(list)}>
            Remove from {list.name}
          </button>
        ) : (
          <button type="button" disabled={busy} onClick={archive}>
            Archive
          </button>
        )}
        <i aria-hidden />
        <button type="button" aria-label="Select nobody" onClick={onClear}>
          <IconX size={18} stroke={1.7} aria-hidden />
        </button>
        {problem && !naming && <span role="alert">{problem}</span>}
      </div>
      <Modal opened={naming} onClose={() => setNaming(false)} title={`A new list of ${people(count)}`} radius={14} centered>
        <NameListForm name="" verb="Make this list" busy={busy} problem={problem} onName={addToNew} />
      </Modal>
    </div>
  );
}
