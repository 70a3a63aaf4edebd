"use client";

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";

type Props = {
  text: string;
  label: string;
  /** The one act of its place. */
  isMain?: boolean;
  isSmall?: boolean;
};

/** Copies a text for somebody else. Where copying does not work, it is shown to be copied by hand. */
export function CopyText({ text, label, isMain, isSmall }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <Button
        {...(isMain ? { color: "var(--ink)", c: "var(--on-primary)" } : { variant: "default" })}
        {...(isSmall ? { size: "compact-sm" } : {})}
        onClick={copy}
        leftSection={copied ? <IconCheck size={16} stroke={1.7} /> : <IconCopy size={16} stroke={1.7} />}
      >
        {copied ? "Copied" : label}
      </Button>
      <span role="status" style={{ gridColumn: "2 / -1", whiteSpace: "pre-line" }}>
        {copied === false ? text : ""}
      </span>
    </>
  );
}
