import { Switch } from "@mantine/core";
import classes from "./templates.module.css";

type Props = { name: string; label?: string; on: boolean; disabled: boolean; onSwitch: (on: boolean) => void };

/** Whether a template is offered to new steps. */
export function OnOff({ name, label, on, disabled, onSwitch }: Props) {
  return (
    <Switch
      aria-label={name}
      label={label}
      labelPosition="left"
      withThumbIndicator={false}
      classNames={{ track: classes.track ?? "", thumb: classes.thumb ?? "" }}
      checked={on}
      disabled={disabled}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  );
}
