"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import { writeTo } from "@/app/ui/words/write-to";
import { mostPeople } from "@/lib/letters/most-people";
import type { ListChoice } from "@/lib/lists/read-lists";
import { sayRemoved } from "../say-removed";
import { archiveContactsAction, restoreContactsAction } from "./actions";
import { sayStayed } from "./archived/say-stayed";
import { ChoiceBar } from "./choice-bar";
import { addMembersAction, createListAction, removeMembersAction, takeBackListAction } from "./lists/actions";
import { NameListDialog } from "./name-list-dialog";

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

const tooMany = `A letter goes to ${mostPeople} people at most. A campaign writes to more.`;

/** What can be done with those chosen, with a way back where there is one. */
export function BulkBar({ from, choice, count, total, lists, list, onAll, onClear }: Props) {
  const { act, busy, problem } = useAct();
  const router = useRouter();
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
        const { count, removal } = gone.data;
        const words = `${people(count)} taken out of ${from.name}.`;
        if (removal)
          sayRemoved(words, {
            name: `Whom you took out of ${from.name}`,
            removal,
            takeBack: takeBackListAction,
            onBack: () => router.refresh(),
          });
        else toast(words);
        onClear();
      }
      return gone;
    });
  const archive = () =>
    act(async () => {
      const done = await archiveContactsAction({ choice });
      if (done.ok) {
        const { archived, act: archiving } = done.data;
        toast(`${archived === 0 ? "Nobody" : people(archived)} archived.${sayStayed(done.data)}`, {
          back: archived > 0 ? () => act(() => restoreContactsAction({ choice: { act: archiving } })) : undefined,
          backKey: archived > 0 ? "Z" : undefined,
          ...(archived > 0 ? { open: { href: "/contacts/archived", words: "See the archived" } } : {}),
        });
        onClear();
      }
      return done;
    });

  return (
    <>
      <ChoiceBar count={count} total={total} busy={busy} problem={naming ? null : problem} onAll={onAll} onClear={onClear}>
        {Array.isArray(choice) && count <= mostPeople ? (
          <Link href={writeTo(choice, from)} prefetch={false} data-write={choice.join(",")}>
            Write
          </Link>
        ) : (
          <button type="button" aria-disabled onClick={() => toast(tooMany)}>
            Write
          </button>
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
      </ChoiceBar>
      <NameListDialog
        opened={naming}
        onClose={() => setNaming(false)}
        title={`A new list of ${people(count)}`}
        name=""
        verb="Make this list"
        busy={busy}
        problem={problem}
        onName={addToNew}
      />
    </>
  );
}
