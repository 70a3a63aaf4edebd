"use client";

import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/ui/act/use-act";
import { LaterItems } from "@/app/ui/loading/later-items";
import { useDialog } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import { sayRemoved } from "../../../say-removed";
import { deleteListAction, renameListAction, takeBackListAction } from "../actions";

const loadName = async () => (await import("../../name-list-dialog")).NameListDialog;

/** Renames or deletes the list; deleting acts at once and can be taken back. */
export function ListMenu({ listId, name }: { listId: string; name: string }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const { Dialog, shown, open, close } = useDialog(loadName);
  const remove = () =>
    act(async () => {
      const done = await deleteListAction({ listId });
      if (done.ok) {
        sayRemoved(`The list ${name} is deleted. Its people stay among your contacts.`, {
          name: `The list ${name}`,
          removal: done.data,
          takeBack: takeBackListAction,
          onBack: () => router.push(`/contacts/lists/${listId}`),
        });
        router.push("/contacts");
      }
      return done;
    });
  return (
    <>
      {!shown && <Problem>{problem}</Problem>}
      <LaterItems
        items={[
          { key: "rename", words: "Rename", onPick: open },
          { key: "delete", words: "Delete this list", c: "var(--stop)", onPick: remove },
        ]}
      >
        <ActionIcon variant="subtle" color="gray" c="var(--ink)" size={36} loading={busy} aria-label="More for this list">
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </LaterItems>
      {Dialog && (
        <Dialog
          opened={shown}
          onClose={close}
          title={`Rename ${name}`}
          name={name}
          verb="Keep this name"
          busy={busy}
          problem={problem}
          onName={(next) => act(() => renameListAction({ listId, name: next }), close)}
        />
      )}
    </>
  );
}
