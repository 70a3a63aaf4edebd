"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Problem } from "@/app/ui/problem/problem";
import type { MailPreview as Preview } from "@/lib/templates/preview-mail";
import { Letter } from "./letter";
import classes from "./mail-preview.module.css";

type Props = {
  preview: Preview | null;
  /** What stands in place of the person while there is nobody to show it for. */
  nobody: string;
  onIndex: (index: number) => void;
  /** What an empty field means for such a mail. */
  consequence: string;
  children?: React.ReactNode;
};

/** A text as one person would get it, with what is missing for that person and the way to the next. */
export function MailPreview({ preview, nobody, onIndex, consequence, children }: Props) {
  if (!preview) return <div className={classes.preview} />;
  return (
    <div className={classes.preview}>
      <div className={classes.head}>
        {preview.of === 0 ? (
          <span>{nobody}</span>
        ) : (
          <>
            <span>
              As <strong>{preview.contactName}</strong>
            </span>
            <span className={classes.pages}>
              <ActionIcon variant="subtle" color="gray" aria-label="Person before" onClick={() => onIndex(preview.index - 1)}>
                <IconChevronLeft size={16} stroke={1.7} />
              </ActionIcon>
              {preview.index.toLocaleString("en")} of {preview.of.toLocaleString("en")}
              <ActionIcon variant="subtle" color="gray" aria-label="Next person" onClick={() => onIndex(preview.index + 1)}>
                <IconChevronRight size={16} stroke={1.7} />
              </ActionIcon>
            </span>
          </>
        )}
      </div>
      {preview.problem ? (
        <Problem ground>This mail cannot be shown: {preview.problem}</Problem>
      ) : (
        <Letter subject={preview.subject} fromName={preview.fromName} from={preview.from} to={preview.to} html={preview.html} />
      )}
      {preview.missing.length > 0 && (
        <p className={classes.warning}>
          Nothing is known of <strong>{preview.contactName}</strong> for {preview.missing.join(", ")}. {consequence}
        </p>
      )}
      {children}
    </div>
  );
}
