"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Letter } from "@/app/ui/letter/letter";
import type { StepPreview as Preview } from "@/lib/campaigns/setup/preview-step";
import classes from "./setup.module.css";

/** The mail as one person of the list would get it, with what is missing for that person. */
export function StepPreview(props: {
  preview: Preview | null;
  onIndex: (index: number) => void;
  onTestCopy: (() => void) | null;
  busy: boolean;
}) {
  const { preview, onIndex } = props;
  if (!preview) return <div className={classes.preview} />;
  return (
    <div className={classes.preview}>
      <div className={classes.previewHead}>
        {preview.of === 0 ? (
          <span>Choose a list to see the mail for a person.</span>
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
        <p className={classes.problem} role="alert">
          The text cannot be read: {preview.problem}
        </p>
      ) : (
        <Letter subject={preview.subject} fromName={preview.fromName} from={preview.from} to={preview.to} html={preview.html} />
      )}
      {preview.missing.length > 0 && (
        <p className={classes.warning}>
          Nothing is known of <strong>{preview.contactName}</strong> for {preview.missing.join(", ")}. Such a mail cannot be
          signed before it is filled or has a fallback.
        </p>
      )}
      {props.onTestCopy && (
        <Button variant="default" size="compact-sm" loading={props.busy} onClick={props.onTestCopy}>
          Send a test copy to me
        </Button>
      )}
    </div>
  );
}
