"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { createTemplateAction } from "./actions";
import classes from "./templates.module.css";

/** Makes an empty template and opens it. */
export function NewTemplate() {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  return (
    <div className={classes.new}>
      <Problem className={classes.wrong}>{problem}</Problem>
      <Button
        color="var(--ink)"
        c="var(--on-primary)"
        h={36}
        leftSection={<IconPlus size={16} stroke={1.7} />}
        loading={busy}
        onClick={() =>
          act(async () => {
            const result = await createTemplateAction({});
            if (result.ok) router.push(`/templates/${result.data}`);
            return result;
          })
        }
      >
        New template
      </Button>
    </div>
  );
}
