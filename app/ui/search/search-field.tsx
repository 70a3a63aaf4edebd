"use client";

import { IconSearch, IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./search-field.module.css";

const quietMs = 250;

type Props = {
  label: string;
  /** What is searched now, as the address says. */
  value: string;
  /** Told the words a moment after the last was typed, and at once by Enter; "" by Esc and the cross. */
  onAsk: (words: string) => void;
  className?: string | undefined;
  /** Hidden fields that go along where there is no script. */
  children?: ReactNode;
};

/** Searches while one types; `/` leads into it. */
export function SearchField({ label, value, onAsk, className, children }: Props) {
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back and forward change the address without a key.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What else the address says may change while the words rest.
  const tell = useRef(onAsk);
  useEffect(() => {
    tell.current = onAsk;
  });
  const ask = (next: string) => {
    clearTimeout(timer.current);
    asked.current = next.trim();
    tell.current(next.trim());
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(next), quietMs);
  };
  const clear = () => {
    setText("");
    ask("");
  };
  return (
    <search className={`${classes.search} ${className ?? ""}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          maxLength={200}
          value={text}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            if (text) clear();
            event.currentTarget.blur();
          }}
        />
        {children}
        {text ? (
          <button type="button" aria-label="Clear the search" onClick={clear}>
            <IconX size={16} stroke={1.7} aria-hidden />
          </button>
        ) : (
          <kbd aria-hidden>/</kbd>
        )}
      </form>
    </search>
  );
}
