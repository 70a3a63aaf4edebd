"use client";

import { Button, Modal, ScrollArea, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { SelectZone } from "@/app/ui/fields/select-zone";
import { Problem } from "@/app/ui/problem/problem";
import { editContactAction } from "../actions";
import classes from "./contact.module.css";

type Editable = {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  /** IANA zone; empty for what a file says. */
  timeZone: string;
  fields: { name: string; value: string }[];
};

export type Editing = {
  contact: Editable;
  zones: string[];
  /** The town whose time a file says is theirs; null where none does. */
  byFile: string | null;
};

type Props = Editing & { opened: boolean; onClose: () => void };

/** The fields of a contact, as they are known until something is typed. */
export function EditContactDialog({ contact, zones, byFile, opened, onClose }: Props) {
  const { act, busy, problem } = useAct();
  const [given, setGiven] = useState<Editable | null>(null);
  const { id, ...now } = given ?? contact;
  const close = () => {
    setGiven(null);
    onClose();
  };
  const text = (name: "firstName" | "lastName" | "company", label: string) => (
    <TextInput
      label={label}
      value={now[name]}
      maxLength={200}
      data-autofocus={name === "firstName" || undefined}
      onChange={(event) => setGiven({ id, ...now, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Edit this contact"
      radius={14}
      centered
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act(
            () => editContactAction({ contactId: id, ...now, fields: now.fields.filter((one) => !contact.fields.includes(one)) }),
            close,
          );
        }}
      >
        <Stack gap={12}>
          {text("firstName", "First name")}
          {text("lastName", "Last name")}
          {text("company", "Company")}
          <SelectZone
            label="Reads in"
            description="The town in whose time mail to them is planned."
            placeholder={byFile ? `${byFile}, by the file` : "Not known: your team’s time"}
            zones={zones}
            value={now.timeZone || null}
            clearable
            clearButtonProps={{ "aria-label": "Leave it to the file" }}
            onChange={(timeZone) => setGiven({ id, ...now, timeZone: timeZone ?? "" })}
          />
          {now.fields.map(({ name, value }) => (
            <TextInput
              key={name}
              label={name.replaceAll("_", " ")}
              value={value}
              maxLength={2000}
              onChange={(event) =>
                setGiven({
                  id,
                  ...now,
                  fields: now.fields.map((one) => (one.name === name ? { name, value: event.currentTarget.value } : one)),
                })
              }
            />
          ))}
          <p className={classes.hint}>Mail that is written already keeps what it says. Another address is another contact.</p>
          <Problem>{problem}</Problem>
          <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy}>
            Keep these changes
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
