"use client";

import { Button } from "@mantine/core";
import { MailPreview } from "@/app/ui/letter/mail-preview";
import type { MailPreview as Preview } from "@/lib/templates/preview-mail";

/** The mail as one person of the list would get it, and a test copy of it to oneself. */
export function StepPreview(props: {
  preview: Preview | null;
  onIndex: (index: number) => void;
  onTestCopy: (() => void) | null;
  busy: boolean;
}) {
  return (
    <MailPreview
      preview={props.preview}
      nobody="Choose a list to see the mail for a person."
      onIndex={props.onIndex}
      consequence="Such a mail cannot be signed before it is filled or has a fallback."
    >
      {props.onTestCopy && (
        <Button variant="default" size="compact-sm" loading={props.busy} onClick={props.onTestCopy}>
          Send a test copy to me
        </Button>
      )}
    </MailPreview>
  );
}
