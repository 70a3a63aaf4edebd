"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useAct } from "@/app/ui/act/use-act";
import { LaterPart } from "@/app/ui/loading/later-part";
import { toast } from "@/app/ui/toast/toast";
import { addMembersAction } from "../lists/actions";
import type { ListsToPick } from "./open-lists";

const load = async () => (await import("./open-lists")).OpenLists;

/** Puts this person into another list. */
export function AddToList({ contactId, name, lists }: { contactId: string; name: string; lists: ListsToPick["lists"] }) {
  const { act, busy, problem } = useAct();
  const add: ListsToPick["onPick"] = (list, close) =>
    act(
      () => addMembersAction({ listId: list.id, choice: [contactId] }),
      () => {
        close();
        toast(`${name} is in ${list.name}.`);
      },
    );
  return (
    <LaterPart about={{ lists, problem, onPick: add }} load={load}>
      <Button variant="default" h={36} px={14} loading={busy} leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}>
        Add to list
      </Button>
    </LaterPart>
  );
}
