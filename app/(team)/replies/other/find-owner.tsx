"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import { findContactsAction } from "@/app/(team)/contacts/actions";
import type { FoundContact } from "@/lib/contacts/find-contacts";
import classes from "./placing.module.css";

const quietMs = 200;

type Props = {
  input: RefObject<HTMLInputElement | null>;
  /** Where its address can be nobody's: no sender, or a machine. */
  mayBeNew: boolean;
  pick: (contact: FoundContact) => void;
  asNew: (words: string) => void;
};

/** Somebody who was not guessed: one of the contacts that the letters mean, or somebody new. */
export function FindOwner({ input, mayBeNew, pick, asNew }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState("");
  const [found, setFound] = useState<FoundContact[]>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked === "") return setFound([]);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await findContactsAction({ search: asked, notIn: null }).catch(() => null);
      if (!stale) setFound(answer?.ok ? answer.data : []);
    }, quietMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  // What was marked while the answer was awaited is another row now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is made anew each time; what was found is what matters.
  useEffect(() => {
    if (found.length > 0) combobox.selectFirstOption();
  }, [found]);
  const choose = (value: string) => {
    const known = found.find((one) => one.id === value);
    setText("");
    combobox.closeDropdown();
    input.current?.blur();
    if (known) pick(known);
    else asNew(asked);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} radius={12} position="top">
      <Combobox.Target>
        <TextInput
          ref={input}
          aria-label="Somebody else, or a new contact"
          placeholder="Somebody else, or a new contact"
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ""}>
        <Combobox.Options aria-label="Whose it may be">
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.id} className={classes.option}>
              <strong>{one.name ?? one.email}</strong>
              <small className={classes.found}>{[one.name ? one.email : "", one.company].filter(Boolean).join(", ")}</small>
            </Combobox.Option>
          ))}
          {mayBeNew && (
            <Combobox.Option value="new" className={classes.option}>
              <IconUserPlus size={16} stroke={1.7} aria-hidden /> A new contact
            </Combobox.Option>
          )}
          {found.length === 0 && !mayBeNew && <Combobox.Empty>Nobody among your contacts.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
