"use client";

import { Button } from "@mantine/core";
import { sayClock } from "@/app/ui/words/clock";
import type { ColleaguesAnswer } from "@/lib/answers/thread-view";
import classes from "../answer.module.css";

type Props = { answered: ColleaguesAnswer; timezone: string; onSend: () => void };

/** A colleague was faster: nobody is answered twice without anybody knowing. */
export function AnsweredSince({ answered, timezone, onSend }: Props) {
  return (
    <div className={classes.wrote} role="alert">
      <p>
        <strong>
          {answered.by.split(" ")[0]} answered {sayClock(new Date(answered.at), timezone)}
        </strong>
        , so nothing of yours is sent. Your text stays.
      </p>
      <div>
        <Button variant="default" size="compact-md" onClick={onSend}>
          Send mine, too
        </Button>
      </div>
    </div>
  );
}
