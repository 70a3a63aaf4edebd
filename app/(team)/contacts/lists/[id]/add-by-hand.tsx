"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import type { FoundContact } from "@/lib/contacts/find-contacts";
import { addContactAction, findContactsAction } from "../../actions";
import classes from "../../frame.module.css";
import { addMembersAction } from "../actions";

const quietMs = 200;

/** Adds somebody to the list: one of the contacts that the letters mean, or somebody new with the address typed. */
export function AddByHand({ listId }: { listId: string }) {
  const { act, busy, problem } = useAct();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState("");
  const [found, setFound] = useState<FoundContact[]>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked === "") return setFound([]);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await findContactsAction({ search: asked, notIn: listId }).catch(() => null);
      if (!stale) setFound(answer?.ok ? answer.data : []);
    }, quietMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked, listId]);
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(asked);
  const done = (name: string) => {
    toast(`${name} is in this list.`);
    setText("");
    combobox.closeDropdown();
  };
  const choose = (value: string) => {
    const known = found.find((one) => one.id === value);
    if (known)
      return act(
        () => addMembersAction({ listId, choice: [known.id] }),
        () => done(known.name ?? known.email),
      );
    let name = asked;
    act(
      async () => {
        const made = await addContactAction({ email: asked, firstName: "", lastName: "", company: "" });
        if (!made.ok) return made;
        if (made.data.otherOf) name = `${made.data.otherOf}, whose other address this is,`;
        if (made.data.back) name = `${made.data.back} was archived, is back among the contacts, and`;
        return addMembersAction({ listId, choice: [made.data.contactId] });
      },
      () => done(name),
    );
  };
  return (
    <section aria-labelledby="add-by-hand">
      <h2 id="add-by-hand">Add by hand</h2>
      <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} radius={12}>
        <Combobox.Target>
          <TextInput
            label="Email or name"
            value={text}
            maxLength={200}
            error={problem}
            disabled={busy}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={asked === ""}>
          <Combobox.Options aria-label="Whom to add">
            {found.map((one) => (
              <Combobox.Option key={one.id} value={one.id}>
                <strong>{one.name ?? one.email}</strong>
                <small className={classes.found}>{[one.name ? one.email : "", one.company].filter(Boolean).join(", ")}</small>
              </Combobox.Option>
            ))}
            {isAddress && !found.some((one) => one.email.toLowerCase() === asked.toLowerCase()) && (
              <Combobox.Option value="new">
                <IconUserPlus size={16} stroke={1.7} aria-hidden /> Somebody new with this address
              </Combobox.Option>
            )}
            {found.length === 0 && !isAddress && (
              <Combobox.Empty>Nobody else among your contacts. Type a whole address to add somebody new.</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </section>
  );
}
