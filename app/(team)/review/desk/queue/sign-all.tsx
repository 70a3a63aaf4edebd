import { Button } from "@mantine/core";
import { near } from "@/app/ui/loading/near";
import classes from "../desk.module.css";
import { loadSignAll } from "./later-sign-all";

type Props = { passing: number; disabled: boolean; onAsk: () => void };

/** Asks to sign all that pass. */
export function SignAll({ passing, disabled, onAsk }: Props) {
  return (
    <div className={classes.all}>
      <Button variant="default" fullWidth disabled={disabled} {...near(loadSignAll)} onClick={onAsk}>
        Sign the {passing.toLocaleString("en")} that pass <kbd>⇧ S</kbd>
      </Button>
    </div>
  );
}
