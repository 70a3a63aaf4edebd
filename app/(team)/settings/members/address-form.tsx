"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import classes from "../settings.module.css";

type Props = {
  name: string;
  address: string;
  busy: boolean;
  onLeave: () => void;
  onKeep: (name: string, address: string) => void;
};

/** What stands under every mail. */
export function AddressForm({ busy, onLeave, onKeep, ...known }: Props) {
  const [name, setName] = useState(known.name);
  const [address, setAddress] = useState(known.address);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(name, address);
      }}
    >
      <TextInput
        label="Name of the team"
        maxLength={80}
        mb={8}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label="Postal address"
        autosize
        minRows={3}
        maxLength={500}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className={classes.formActs}>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
        <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy}>
          Keep this address
        </Button>
      </div>
    </form>
  );
}
