import { Select } from "@mantine/core";
import { IconArrowRight, IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import clsx from "clsx";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import { type ContactField, contactFields } from "@/lib/contacts/contact-fields";
import type { UploadRow } from "@/lib/uploads/find-upload";
import type { Target } from "@/lib/uploads/suggest-mapping";
import classes from "./columns.module.css";

const labels: Record<ContactField, string> = {
  email: "Email",
  first_name: "First name",
  last_name: "Last name",
  name: "Full name",
  company: "Company",
};
const own = contactFields.map((value) => ({ value, label: labels[value] }));
const delimiters: Record<string, string> = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar" };

type Props = {
  upload: UploadRow;
  example: string[];
  slugs: string[];
  targets: Target[];
  onChoose: ((column: number, target: Target) => void) | null;
};

/** Each column of the file with a cell of it, and what it becomes. */
export function MappingList({ upload, example, slugs, targets, onChoose }: Props) {
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
            {delimiters[upload.delimiter ?? ","]} separated, {(upload.encoding ?? "").toUpperCase()}, header in line 1
          </span>
        </p>
      </div>
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
              data={[
                ...own,
                { value: `field:${slugs[index]}`, label: `Field “${slugs[index]}”` },
                { value: "skip", label: "Left out" },
              ]}
              onChange={(value) => value && onChoose?.(index, value as Target)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
