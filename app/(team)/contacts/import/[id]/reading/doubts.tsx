import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { Doubt, Reading } from "@/lib/files/reading/reading";
import classes from "./reading.module.css";

type Props = { doubts: Doubt[]; onChange: ((how: Partial<Reading>) => void) | null; onLeave: () => void };

/** What a person should look at before the rows become people, with what can be done about it. */
export function Doubts({ doubts, onChange, onLeave }: Props) {
  if (doubts.length === 0)
    return (
      <p className={classes.sound}>
        <IconCircleCheck size={18} stroke={1.7} aria-hidden /> The rows as they lie. Nothing about this file is doubtful.
      </p>
    );
  return (
    <ul className={classes.doubts} aria-label="What is doubtful">
      {doubts.map((doubt) => (
        <li key={doubt.title}>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          <p>
            <strong>{doubt.title}</strong>
            {doubt.detail}
          </p>
          {onChange && (
            <span className={classes.offers}>
              {!doubt.blocks && (
                <Button variant="default" h={40} onClick={onLeave}>
                  Leave it so
                </Button>
              )}
              {doubt.offers.map(({ label, change }) => (
                <Button key={label} color="var(--ink)" c="var(--on-primary)" h={40} onClick={() => onChange(change)}>
                  {label}
                </Button>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
