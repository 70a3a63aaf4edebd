import { Button } from "@mantine/core";
import classes from "../desk.module.css";

type Props = { passing: number; disabled: boolean; onAsk: () => void };

/** Asks to sign all that pass. */
export function SignAll({ passing, disabled, onAsk }: Props) {
  return (
    <div className={classes.all}>
      <Button variant="default" fullWidth disabled={disabled} onClick={onAsk}>
        Sign the {passing.toLocaleString("en")} that pass <kbd>⇧ S</kbd>
      </Button>
    </div>
  );
}
