"use client";

import { NativeSelect } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import look from "@/app/ui/look/look.module.css";
import { sayCapped } from "@/app/ui/words/count-words";
import type { ThreadFilter, ThreadList } from "@/lib/threads/thread";
import { addressOf } from "../address-of";
import classes from "./list.module.css";

const filters: [ThreadFilter, string, boolean][] = [
  ["todo", "To do", true],
  ["mine", "Mine", true],
  ["waiting", "Waiting", false],
  ["snoozed", "Snoozed", true],
  ["done", "Done", false],
  ["other", "Other", true],
];

/** Which threads the list holds: of which mailbox, and what is narrowed to; and all of it as a file, for whoever works them. */
export function ListHead({ list, mayExport }: { list: ThreadList; mayExport: boolean }) {
  const router = useRouter();
  const { filter, mailboxId } = list;
  const asked = new URLSearchParams({ show: filter, ...(mailboxId ? { mailbox: mailboxId } : {}) });
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        {/* The page's heading is spoken before the list, where a phone that shows a thread finds it, too. */}
        <p className={look.title} aria-hidden>
          Replies
        </p>
        {list.mailboxes.length > 1 && (
          <NativeSelect
            variant="unstyled"
            size="xs"
            className={classes.pick}
            aria-label="Mailbox"
            value={mailboxId ?? ""}
            onChange={(event) => router.push(addressOf({ filter, mailboxId: event.currentTarget.value || null }))}
            data={[
              { value: "", label: "All mailboxes" },
              ...list.mailboxes.map(({ id, email }) => ({ value: id, label: email })),
            ]}
          />
        )}
        {mayExport && (
          <a
            href={`/api/threads/export?${asked}`}
            className={classes.export}
            aria-label="Export this list"
            title="Export this list"
          >
            <IconDownload size={18} stroke={1.7} aria-hidden />
          </a>
        )}
      </div>
      <nav className={classes.filters} aria-label="Threads">
        {filters.map(([name, words, isCounted]) => (
          <Link
            key={name}
            href={addressOf({ filter: name, mailboxId })}
            aria-current={name === filter ? "page" : undefined}
            className={classes.filter}
            prefetch={false}
          >
            {words} {isCounted && list.counts[name] > 0 && <span>{sayCapped(list.counts[name])}</span>}
          </Link>
        ))}
      </nav>
    </header>
  );
}
