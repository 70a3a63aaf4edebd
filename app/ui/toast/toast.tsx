import { notifications } from "@mantine/notifications";
import classes from "./toast.module.css";

/**
 * Says what was done, at once: it takes the place of whatever was said before, which would otherwise hold it up for its eight
 * seconds. `back` takes it back.
 */
export function toast(message: string, back?: () => void) {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    back?.();
  };
  notifications.cleanQueue();
  notifications.clean();
  notifications.show({
    id,
    message: (
      <span>
        {message}{" "}
        {back && (
          <button type="button" className={classes.back} onClick={takeBack}>
            Take back
          </button>
        )}
      </span>
    ),
  });
}
