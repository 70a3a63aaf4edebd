"use client";

import { ActionIcon, Menu, Modal } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { sayRemoved } from "../../../say-removed";
import { NameListForm } from "../../name-list-form";
import { deleteListAction, renameListAction, takeBackListAction } from "../actions";

/** Renames or deletes the list; deleting acts at once and can be taken back. */
export function ListMenu({ listId, name }: { listId: string; name: string }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [renaming, setRenaming] = useState(false);
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
      {!renaming && <Problem>{problem}</Problem>}
      <Menu position="bottom-end" radius={12} shadow="lg">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="var(--ink)" size={36} loading={busy} aria-label="More for this list">
            <IconDots size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>Rename</Menu.Item>
          <Menu.Item c="var(--stop)" onClick={remove}>
            Delete this list
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={renaming} onClose={() => setRenaming(false)} title={`Rename ${name}`} radius={14} centered>
        <NameListForm
          name={name}
          verb="Keep this name"
          busy={busy}
          problem={problem}
          onName={(next) =>
            act(
              () => renameListAction({ listId, name: next }),
              () => setRenaming(false),
            )
          }
        />
      </Modal>
    </>
  );
}
