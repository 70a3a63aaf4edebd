"use client";

import { Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import classes from "./pick-value.module.css";

type Choice<Value extends string> = { value: Value; label: string; said?: string; about?: string };

/** A value inside a sentence that opens its choices. `said` is how the sentence says it, where that differs. */
export function PickValue<Value extends string>(props: {
  name: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onPick: (value: Value) => void;
  disabled?: boolean;
}) {
  const now = props.choices.find((choice) => choice.value === props.value);
  const text = now?.said ?? now?.label ?? props.value;
  if (props.disabled) return <strong className={classes.still}>{text}</strong>;
  return (
    <Menu position="bottom-start" radius={12} shadow="lg" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.value} aria-label={`${props.name}: ${text}`}>
          {text}
          <IconChevronDown size={14} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            onClick={() => choice.value !== props.value && props.onPick(choice.value)}
            leftSection={choice.value === props.value ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.gap} />}
          >
            <span className={classes.label}>{choice.label}</span>
            {choice.about && <span className={classes.about}>{choice.about}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
