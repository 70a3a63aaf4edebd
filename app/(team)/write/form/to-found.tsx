"use client";

import { Combobox, type ComboboxStore } from "@mantine/core";
import { IconList, IconUserPlus } from "@tabler/icons-react";
import { type ComponentProps, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { AtButton } from "@/app/ui/loading/at-button";
import { sayCount } from "@/app/ui/words/count-words";
import { mostPeople } from "@/lib/letters/most-people";
import type { FoundList } from "@/lib/letters/people/find-people";
import type { FoundPerson } from "@/lib/letters/people/found-person";
import classes from "./form.module.css";

type Press = (event: KeyboardEvent<HTMLInputElement>) => void;
type Props = {
  store: ComboboxStore;
  /** Below what it opens; the field that is typed in; and what its keys do here. */
  pills: RefObject<HTMLElement | null>;
  field: RefObject<HTMLInputElement | null>;
  keys: RefObject<Press | null>;
  found: FoundPerson[];
  lists: FoundList[];
  isNew: boolean;
  hidden: boolean;
  onChoose: (value: string) => void;
  onThere: () => void;
};

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** Who was found for the field To, one of whom is chosen by its keys. */
export function ToFound({ store, pills, field, keys, found, lists, isNew, hidden, onChoose, onThere }: Props) {
  return (
    <Combobox store={store} onOptionSubmit={onChoose} radius={12}>
      <Combobox.DropdownTarget>
        <AtButton button={pills} />
      </Combobox.DropdownTarget>
      <Combobox.EventsTarget>
        <Field field={field} keys={keys} />
      </Combobox.EventsTarget>
      <Combobox.Dropdown hidden={hidden}>
        <Combobox.Options aria-label="Whom to write to" mah={320} style={{ overflowY: "auto" }}>
          <There onThere={onThere} />
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <strong>{one.name ?? one.email}</strong>
              <small className={classes.about}>{[one.name ? one.email : "", one.company].filter(Boolean).join(", ")}</small>
            </Combobox.Option>
          ))}
          {isNew && (
            <Combobox.Option value="new" className={classes.withIcon}>
              <IconUserPlus {...icon} /> Somebody new with this address
            </Combobox.Option>
          )}
          {lists.map((list) => (
            <Combobox.Option key={list.id} value={list.id} className={classes.withIcon} disabled={list.people > mostPeople}>
              <IconList {...icon} />
              <span>
                <strong>{list.name}</strong>
                <small className={classes.about}>
                  {list.people > mostPeople
                    ? `${sayCount(list.people, "person", "people")}: a letter goes to ${mostPeople} at most`
                    : `everybody in it, ${sayCount(list.people, "person", "people")}`}
                </small>
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && lists.length === 0 && !isNew && (
            <Combobox.Empty>Nobody else among your contacts. Type a whole address to add somebody new.</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

type FieldProps = Pick<Props, "field" | "keys"> & Pick<ComponentProps<"input">, "ref" | "onKeyDown" | "onClick">;

/** Stands for the field, which is on the page already: hears its keys, and says in it what is open and chosen. */
function Field({ field, keys, ref, onKeyDown, onClick: _, ...says }: FieldProps) {
  useLayoutEffect(() => {
    keys.current = onKeyDown ?? null;
    for (const [name, value] of Object.entries(says)) {
      if (value === undefined || value === false) field.current?.removeAttribute(name);
      else field.current?.setAttribute(name, String(value));
    }
  });
  return <AtButton button={field} {...(ref ? { ref } : {})} />;
}

/** Says once that options can be chosen: they stand elsewhere on the page, and a moment after the rest. */
function There({ onThere }: { onThere: () => void }) {
  const say = useRef(onThere);
  useEffect(() => say.current(), []);
  return null;
}
