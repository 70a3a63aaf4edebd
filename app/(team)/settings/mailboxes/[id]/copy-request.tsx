"use client";

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";

/** Copies three lines for an administrator of Microsoft 365. Where copying does not work, they are shown to be copied by hand. */
export function CopyRequest({ lines, isFirst }: { lines: string[]; isFirst: boolean }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = lines.join("\n");
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
        {...(isFirst ? { color: "var(--ink)", c: "var(--on-primary)" } : { variant: "default" })}
        onClick={copy}
        leftSection={copied ? <IconCheck size={16} stroke={1.7} /> : <IconCopy size={16} stroke={1.7} />}
      >
        {copied ? "Copied" : "Copy for the admin"}
      </Button>
      <span role="status" style={{ gridColumn: "2 / -1", whiteSpace: "pre-line" }}>
        {copied === false ? text : ""}
      </span>
    </>
  );
}
