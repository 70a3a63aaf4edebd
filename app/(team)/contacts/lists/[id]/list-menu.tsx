"use client";

import { ActionIcon, Button, Group, Menu, Modal, Stack } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { NameListForm } from "../../name-list-form";
import { deleteListAction, renameListAction } from "../actions";

/** Renames or deletes the list. Deleting cannot be taken back, so it says what it means. */
export function ListMenu({ listId, name }: { listId: string; name: string }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu position="bottom-end" radius={12} shadow="lg">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="var(--ink)" size={36} aria-label="More for this list">
            <IconDots size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>Rename</Menu.Item>
          <Menu.Item c="var(--stop)" onClick={() => setDeleting(true)}>
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
      <Modal opened={deleting} onClose={() => setDeleting(false)} title={`Delete the list ${name}?`} radius={14} centered>
        <Stack gap={16}>
          <p style={{ margin: 0 }}>
            The people in it stay among your contacts, with everything sent and received. The list itself cannot be brought back.
          </p>
          <Problem>{problem}</Problem>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" data-autofocus onClick={() => setDeleting(false)}>
              Keep it
            </Button>
            <Button
              variant="outline"
              color="var(--stop)"
              loading={busy}
              onClick={() =>
                act(async () => {
                  const done = await deleteListAction({ listId });
                  if (done.ok) {
                    toast(`The list ${name} is deleted.`);
                    router.push("/contacts");
                  }
                  return done;
                })
              }
            >
              Delete this list
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
