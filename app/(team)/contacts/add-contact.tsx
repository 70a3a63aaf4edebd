"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useDialog } from "@/app/ui/loading/use-later";
import classes from "./frame.module.css";

const load = async () => (await import("./add-contact-dialog")).AddContactDialog;

/** Adds one contact by hand. */
export function AddContact() {
  const { Dialog, shown, close, button } = useDialog(load);
  return (
    <>
      <Button
        variant="default"
        h={36}
        px={14}
        aria-label="Add one contact"
        leftSection={<IconPlus size={18} stroke={1.7} aria-hidden className={classes.addIcon} />}
        {...button}
      >
        <span className={classes.addWords}>Add one</span>
      </Button>
      {Dialog && <Dialog opened={shown} onClose={close} />}
    </>
  );
}
