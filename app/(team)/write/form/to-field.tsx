"use client";

import { Combobox, Pill, PillsInput, useCombobox } from "@mantine/core";
import { IconList, IconPlus, IconUserPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { ActionResult } from "@/lib/actions/create-action";
import { mostPeople } from "@/lib/letters/most-people";
import type { FoundPerson } from "@/lib/letters/people/found-person";
import { addAddressAction, listPeopleAction } from "../actions";
import { sayMails } from "../foot/say-leave";
import type { Person } from "../state/form-of";
import classes from "./form.module.css";
import { useFound } from "./use-found";

type Props = { people: Person[]; onChange: (people: Person[]) => void; autofocus: boolean };

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

/** Whom it goes to: people, addresses and whole lists. Each of them gets a mail of their own. */
export function ToField({ people, onChange, autofocus }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = text.trim();
  const { people: known, lists, of } = useFound(asked);
  const found = known.filter((one) => !people.some((person) => person.id === one.id));
  const isNew = isAddress(asked) && ![...known, ...people].some((one) => one.email.toLowerCase() === asked.toLowerCase());

  const add = (more: FoundPerson[]) => {
    const others = more.filter((one) => !people.some((person) => person.id === one.id));
    const next = [
      ...people,
      ...others.map((one) => ({ ...one, name: one.name ?? one.email, suppressed: one.suppressed !== null })),
    ];
    if (next.length > mostPeople)
      return setProblem(`A letter goes to ${mostPeople} people at most; that would be ${next.length}.`);
    setText("");
    setProblem(null);
    combobox.closeDropdown();
    onChange(next);
  };
  const ask = async <T,>(action: () => Promise<ActionResult<T>>, then: (data: T) => void) => {
    if (busy) return;
    setBusy(true);
    const result = await answerOf(action, setProblem);
    setBusy(false);
    if (result.ok) then(result.data);
    else setProblem(sentenceOf(result.error));
    field.current?.focus();
  };
  const choose = (value: string) => {
    const chosen = found.find((one) => one.id === value);
    if (chosen) return add([chosen]);
    if (value === "new")
      return void ask(
        () => addAddressAction({ email: asked }),
        (person) => add([person]),
      );
    void ask(
      () => listPeopleAction({ listId: value }),
      (list) =>
        list.people.length > 0
          ? add(list.people)
          : setProblem(`${sayCount(list.of, "person is", "people are")} in that list; a letter goes to ${mostPeople} at most.`),
    );
  };
  // Enter takes the first of what was found; pressed before the answer, it waits for it, so that nobody of an older search goes in.
  const pressed = useRef<string | null>(null);
  const answered = of === asked;
  const first = found[0]?.id ?? (isNew ? "new" : lists.find((list) => list.people <= mostPeople)?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed and found counts; the functions are new each time it is drawn.
  useEffect(() => {
    if (!answered || asked === "") return combobox.resetSelectedOption();
    if (pressed.current === asked && first) choose(first);
    else combobox.selectFirstOption();
    pressed.current = null;
  }, [answered, asked, first]);
  const remove = (id: string) => {
    setProblem(null);
    onChange(people.filter((person) => person.id !== id));
    field.current?.focus();
  };
  return (
    <div className={classes.to}>
      <div className={classes.labels}>
        <label htmlFor="write-to">To</label>
        <span>{sayMails(people.length)}</span>
      </div>
      <Combobox store={combobox} onOptionSubmit={choose} radius={12}>
        <Combobox.DropdownTarget>
          <PillsInput id="write-to" className={classes.pills} onClick={() => combobox.openDropdown()} error={problem !== null}>
            <Pill.Group gap={6}>
              {people.map((person) => (
                <Pill
                  key={person.id}
                  withRemoveButton
                  className={classes.pill}
                  data-red={person.suppressed || undefined}
                  title={person.suppressed ? `${person.email}, suppressed` : person.email}
                  onRemove={() => remove(person.id)}
                  removeButtonProps={{ "aria-label": `Take ${person.name} out`, tabIndex: 0, "aria-hidden": undefined }}
                >
                  {person.name}
                </Pill>
              ))}
              {people.length > 1 && (
                <button type="button" className={classes.morePeople} onClick={() => field.current?.focus()}>
                  {people.length - 1} more
                </button>
              )}
              <Combobox.EventsTarget>
                <PillsInput.Field
                  ref={field}
                  value={text}
                  maxLength={200}
                  aria-busy={busy}
                  autoFocus={autofocus}
                  autoComplete="off"
                  placeholder="Add a person or a list"
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => combobox.closeDropdown()}
                  onChange={(event) => {
                    setText(event.currentTarget.value);
                    setProblem(null);
                    combobox.openDropdown();
                  }}
                  onKeyDown={(event) => {
                    const last = people.at(-1);
                    if (event.key === "Backspace" && text === "" && last) remove(last.id);
                    // Who stands there already is there once.
                    if (event.key === "Enter" && people.some((one) => one.email.toLowerCase() === asked.toLowerCase()))
                      setText("");
                    // An address that is typed whole goes in at once, before its search has answered.
                    else if (event.key === "Enter" && isNew && combobox.getSelectedOptionIndex() < 0) choose("new");
                    else if (event.key === "Enter" && !answered) pressed.current = asked;
                  }}
                />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={asked === ""}>
          <Combobox.Options aria-label="Whom to write to" mah={320} style={{ overflowY: "auto" }}>
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
      <button type="button" className={classes.plus} aria-label="Add somebody" onClick={() => field.current?.focus()}>
        <IconPlus size={20} stroke={1.7} aria-hidden />
      </button>
      <Problem className={classes.wrong}>{problem}</Problem>
    </div>
  );
}
