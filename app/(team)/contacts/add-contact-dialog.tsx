"use client";

import { Button, Modal, Stack, TextInput } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { Added } from "@/lib/contacts/add-contact";
import { addContactAction } from "./actions";

const empty = { email: "", firstName: "", lastName: "", company: "" };

/** Asks who it is, and leads to them. */
export function AddContactDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [given, setGiven] = useState(empty);
  const [other, setOther] = useState<Added | null>(null);
  const field = (name: keyof typeof empty, label: string, error?: ReactNode) => (
    <TextInput
      label={label}
      value={given[name]}
      maxLength={200}
      error={error}
      data-autofocus={name === "email" || undefined}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened={opened} onClose={onClose} title="Add a contact" radius={14} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act(async () => {
            const result = await addContactAction(given);
            setOther(result.ok && result.data.otherOf ? result.data : null);
            if (result.ok && !result.data.otherOf) {
              onClose();
              setGiven(empty);
              if (result.data.back) toast(`${result.data.back} was archived and is back, with what you wrote.`);
              router.push(`/contacts/${result.data.contactId}`);
            }
            return result;
          });
        }}
      >
        <Stack gap={12}>
          {field("email", "Email", other ? <OtherOf other={other} /> : problem)}
          {field("firstName", "First name")}
          {field("lastName", "Last name")}
          {field("company", "Company")}
          <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={busy} disabled={given.email.trim() === ""}>
            Add this contact
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function OtherOf({ other }: { other: Added }) {
  return (
    <>
      This is another address of <Link href={`/contacts/${other.contactId}`}>{other.otherOf}</Link>.
    </>
  );
}
