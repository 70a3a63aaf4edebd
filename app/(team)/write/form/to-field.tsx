"use client";

import { Pill, PillsInput, useCombobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { answerOf } from "@/app/ui/act/answer-of";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { useLater } from "@/app/ui/loading/use-later";
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

const load = async () => (await import("./to-found")).ToFound;
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

/** Whom it goes to: people, addresses and whole lists. Each of them gets a mail of their own. */
export function ToField({ people, onChange, autofocus }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = text.trim();
  // Nobody is looked for before the first key; what was found is shown by what comes meanwhile, and the field stays the same.
  const [ToFound, askToFound] = useLater(load);
  const [isThere, setThere] = useState(false);
  const pills = useRef<HTMLDivElement>(null);
  const keys = useRef<((event: KeyboardEvent<HTMLInputElement>) => void) | null>(null);
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
  }, [answered, asked, first, isThere]);
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
      <PillsInput
        ref={pills}
        id="write-to"
        className={classes.pills}
        onPointerEnter={() => void askToFound()}
        onClick={() => combobox.openDropdown()}
        error={problem !== null}
      >
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
              void askToFound();
              setText(event.currentTarget.value);
              setProblem(null);
              combobox.openDropdown();
            }}
            onKeyDown={(event) => {
              const last = people.at(-1);
              if (event.key === "Backspace" && text === "" && last) remove(last.id);
              // Who stands there already is there once.
              if (event.key === "Enter" && people.some((one) => one.email.toLowerCase() === asked.toLowerCase())) setText("");
              // An address that is typed whole goes in at once, before its search has answered.
              else if (event.key === "Enter" && isNew && combobox.getSelectedOptionIndex() < 0) choose("new");
              else if (event.key === "Enter" && !answered) pressed.current = asked;
              else if (event.key === "Enter" && !isThere && asked !== "" && first) choose(first);
              keys.current?.(event);
            }}
          />
        </Pill.Group>
      </PillsInput>
      {ToFound && (
        <ToFound
          {...{ store: combobox, pills, field, keys, found, lists, isNew }}
          hidden={asked === ""}
          onChoose={choose}
          onThere={() => setThere(true)}
        />
      )}
      <button type="button" className={classes.plus} aria-label="Add somebody" onClick={() => field.current?.focus()}>
        <IconPlus size={20} stroke={1.7} aria-hidden />
      </button>
      <Problem className={classes.wrong}>{problem}</Problem>
    </div>
  );
}
