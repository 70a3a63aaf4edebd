import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./two-texts.module.css";

type Side = { words: string; title?: string; text?: ReactNode; onTake: () => void };

/** The same text was changed by two, in two places: which of them stays is chosen, and none is lost unseen. */
export function TwoTexts({ children, mine, theirs }: { children: ReactNode; mine: Side; theirs: Side }) {
  const shown = [theirs, mine].filter(({ text }) => text !== undefined);
  return (
    <div className={classes.two} role="alert">
      <p>{children}</p>
      {shown.length > 0 && (
        <div className={classes.sides}>
          {shown.map(({ words, title, text }) => (
            <figure key={words}>
              {title && <figcaption>{title}</figcaption>}
              <blockquote>{text || "Nothing"}</blockquote>
            </figure>
          ))}
        </div>
      )}
      <div className={classes.choice}>
        {[mine, theirs].map(({ words, onTake }) => (
          <Button key={words} variant="default" size="compact-md" onClick={onTake}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
