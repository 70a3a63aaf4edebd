"use client";

import { useDialog } from "@/app/ui/loading/use-later";
import classes from "./contact.module.css";
import type { Editing } from "./edit-contact-dialog";

const load = async () => (await import("./edit-contact-dialog")).EditContactDialog;

/** Corrects what is known; mail that is written already keeps what it says. */
export function EditContact(editing: Editing) {
  const { Dialog, shown, close, button } = useDialog(load);
  return (
    <>
      <button type="button" className={classes.more} {...button}>
        Edit
      </button>
      {Dialog && <Dialog {...editing} opened={shown} onClose={close} />}
    </>
  );
}
