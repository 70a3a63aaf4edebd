import { Select } from "@mantine/core";
import { IconArrowRight, IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import type { Target } from "@/lib/columns/mapping";
import { type ContactField, contactFields } from "@/lib/contacts/contact-fields";
import { encodings } from "@/lib/files/reading/letters/encodings";
import { dividerNames } from "@/lib/files/reading/reading";
import type { KeptUpload } from "@/lib/uploads/find-upload";
import classes from "./columns.module.css";
import { KnownRule } from "./known-rule";
import type { Chosen, Foreseen, Policy } from "./use-foreseen";

const labels: Record<ContactField, string> = {
  email: "Email",
  first_name: "First name",
  last_name: "Last name",
  name: "Full name",
  company: "Company",
};
const own = contactFields.map((value) => ({ value, label: labels[value] }));
type Props = {
  upload: KeptUpload;
  example: string[];
  slugs: string[];
  targets: Target[];
  onChoose: ((column: number, target: Target) => void) | null;
  /** What happens to people who are known; null where nobody is. */
  known: { chosen: Chosen; foreseen: Foreseen | null } | null;
  onRule: (column: number, rule: Policy | null) => void;
  /** Where its columns come from. */
  children: ReactNode;
};

/** Each column of the file with a cell of it, and what it becomes. */
export function MappingList({ upload, example, slugs, targets, onChoose, known, onRule, children }: Props) {
  const { reading } = upload;
  const headers = upload.headers ?? [];
  const total = upload.totalContacts ?? 0;
  return (
    <section className={classes.mapping} aria-label="Columns">
      <div className={classes.file}>
        <IconFileSpreadsheet size={18} stroke={1.7} aria-hidden />
        <p>
          <strong>
            {sayCount(total, "row", "rows")}, {sayCount(headers.length, "column", "columns")}
          </strong>
          <span className={look.second}>
            {dividerNames[reading.divider]} separated, {encodings[reading.encoding].replace(/ \(.*/, "")},{" "}
            {reading.headerLine === null ? "no line names the columns" : `names in line ${reading.headerLine}`}.{" "}
            <Link href={`/contacts/import/${upload.id}?step=reading`}>See how it was read</Link>
          </span>
        </p>
      </div>
      {children}
      <div className={classes.mappingHead} aria-hidden>
        <span>Column in the file</span>
        <span>Becomes</span>
      </div>
      <ul>
        {headers.map((header, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
          <li key={index}>
            <span>
              <span className={look.cut} title={header}>
                {header || `Column ${index + 1}`}
              </span>
              <small className={clsx(look.second, look.cut)} title={example[index]}>
                {example[index] || "empty"}
              </small>
            </span>
            <IconArrowRight size={16} stroke={1.7} aria-hidden />
            <Select
              aria-label={`${header || `Column ${index + 1}`} becomes`}
              readOnly={!onChoose}
              allowDeselect={false}
              checkIconPosition="right"
              rightSection={<IconChevronDown size={16} stroke={1.7} aria-hidden />}
              rightSectionPointerEvents="none"
              value={targets[index] ?? "skip"}
              data-own={own.some((one) => one.value === targets[index]) || undefined}
              data={[...own, ...fieldsOf(slugs[index], targets[index]), { value: "skip", label: "Left out" }]}
              onChange={(value) => value && onChoose?.(index, value as Target)}
            />
            {known && targets[index] !== "email" && targets[index] !== "skip" && (
              <KnownRule
                name={header || `Column ${index + 1}`}
                rule={known.chosen.known[index] ?? null}
                all={known.chosen.knownPolicy}
                cells={known.foreseen?.what.columns[index]}
                isFresh={known.foreseen?.isFresh ?? true}
                onRule={(rule) => onRule(index, rule)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A field under the name of its column; an earlier import may have put the column into another. */
function fieldsOf(slug: string | undefined, target: Target | undefined) {
  const slugs = new Set([slug ?? "", target?.startsWith("field:") ? target.slice(6) : (slug ?? "")]);
  return [...slugs].map((name) => ({ value: `field:${name}`, label: `Field “${name}”` }));
}
