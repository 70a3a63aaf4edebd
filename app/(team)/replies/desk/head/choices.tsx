"use client";

import { useId, useRef, useState } from "react";
import classes from "./choices.module.css";

type Choice = { key: string; name: string; detail?: string; isChosen?: boolean };

type Props = { label: string; choices: Choice[]; typeAhead: boolean; onPick: (key: string) => void };

/** A short list from which one picks by arrows, by Enter or by typing how a name begins. */
export function Choices({ label, choices, typeAhead, onPick }: Props) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const words = typed.trim().toLowerCase();
  const shown = choices.filter(
    ({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(words)) || name.toLowerCase().startsWith(words),
  );
  const at = Math.min(active, shown.length - 1);
  const go = (to: number) => {
    const next = (to + shown.length) % Math.max(1, shown.length);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: React.KeyboardEvent) => {
    const { key } = event;
    const begins =
      key.length === 1 && !typeAhead ? shown.findIndex(({ name }) => name.toLowerCase().startsWith(key.toLowerCase())) : -1;
    if (key === "ArrowDown") go(at + 1);
    else if (key === "ArrowUp") go(at - 1);
    else if (key === "Home" && !typeAhead) go(0);
    else if (key === "End" && !typeAhead) go(shown.length - 1);
    else if (key === "Enter" && shown[at]) onPick(shown[at].key);
    else if (begins >= 0) go(begins);
    else return;
    event.preventDefault();
  };
  const activeId = shown[at] ? `${id}-${shown[at].key}` : undefined;
  return (
    <div className={classes.choices}>
      {typeAhead && (
        <input
          className={classes.typed}
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={activeId}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          value={typed}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      )}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className={classes.list}
        {...(typeAhead ? {} : { tabIndex: 0, "aria-activedescendant": activeId, "data-autofocus": true, onKeyDown: press })}
      >
        {shown.map((choice, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by what has the focus, which names the active option.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={choice.key}
            id={`${id}-${choice.key}`}
            role="option"
            aria-selected={place === at}
            className={classes.choice}
            onPointerMove={() => setActive(place)}
            onClick={() => onPick(choice.key)}
          >
            <span className={classes.name} data-chosen={choice.isChosen || undefined}>
              {choice.name}
            </span>
            {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className={classes.none}>Nobody’s name begins like that.</p>}
    </div>
  );
}
