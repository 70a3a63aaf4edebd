"use client";

import { Button, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

type Names = { firstName: string; lastName: string; company: string };
type Props = {
  email: string;
  words: string;
  busy: boolean;
  problem: string | null;
  add: (names: Names) => void;
  close: () => void;
};

/** A sender who is no contact yet becomes one, under the address they wrote from. */
export function NewOwner({ email, words, busy, problem, add, close }: Props) {
  const [first = "", ...last] = words.includes("@") ? [] : words.split(/\s+/);
  const [names, setNames] = useState<Names>({ firstName: first, lastName: last.join(" "), company: "" });
  const field = (name: keyof Names, label: string) => (
    <TextInput
      label={label}
      value={names[name]}
      maxLength={200}
      data-autofocus={name === "firstName" || undefined}
      onChange={(event) => setNames({ ...names, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened onClose={close} title="A new contact" radius={14} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add(names);
        }}
      >
        <Stack gap={12}>
          <TextInput label="Email" value={email} readOnly error={problem} />
          {field("firstName", "First name")}
          {field("lastName", "Last name")}
          {field("company", "Company")}
          <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy}>
            Add, and it belongs to them
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
