"use client";

import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { addMembersAction } from "../lists/actions";

/** Puts this person into another list. */
export function AddToList({
  contactId,
  name,
  lists,
}: {
  contactId: string;
  name: string;
  lists: { id: string; name: string }[];
}) {
  const { act, busy, problem } = useAct();
  const [opened, setOpened] = useState(false);
  return (
    <Menu position="bottom-end" radius={12} shadow="lg" closeOnItemClick={false} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button variant="default" h={36} px={14} loading={busy} leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}>
          Add to list
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {problem && (
          <Menu.Label role="alert" c="var(--stop)">
            {problem}
          </Menu.Label>
        )}
        {lists.length === 0 && <Menu.Label>In every list already, or there is none</Menu.Label>}
        {lists.map((list) => (
          <Menu.Item
            key={list.id}
            onClick={() =>
              act(
                () => addMembersAction({ listId: list.id, choice: [contactId] }),
                () => {
                  setOpened(false);
                  toast(`${name} is in ${list.name}.`);
                },
              )
            }
          >
            {list.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
