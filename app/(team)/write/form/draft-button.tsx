import { Button } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import classes from "./form.module.css";

/** What has the model write. */
export function DraftButton(button: ComponentProps<"button">) {
  return (
    <Button
      {...button}
      variant="default"
      className={classes.draftIt}
      leftSection={<IconSparkles size={16} stroke={1.7} aria-hidden />}
    >
      Draft it
    </Button>
  );
}
