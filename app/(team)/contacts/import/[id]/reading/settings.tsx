"use client";

import { NumberInput, SegmentedControl, Select } from "@mantine/core";
import { IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import { encodings } from "@/lib/files/reading/letters/encodings";
import type { Divider, Reading } from "@/lib/files/reading/reading";
import type { KeptUpload } from "@/lib/uploads/find-upload";
import { saySize } from "../../say-size";
import columns from "../columns.module.css";
import classes from "./reading.module.css";

const letters = Object.entries(encodings).map(([value, label]) => ({ value, label }));
const common: Divider[] = [",", ";", "\t"];
const dividers = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "other", label: "Other" },
];
const rare = [
  { value: "|", label: "Bar |" },
  { value: "~", label: "Tilde ~" },
  { value: "^", label: "Caret ^" },
  { value: ":", label: "Colon :" },
];
const marks = [
  { value: '"', label: "Hold a cell" },
  { value: "'", label: "Single ones do" },
  { value: "none", label: "Are plain text" },
];

type Props = { upload: KeptUpload; onChange: ((how: Partial<Reading>) => void) | null };

/** Everything that decides which rows the file has, each with what was found and why. */
export function Settings({ upload, onChange }: Props) {
  const { reading, findings } = upload;
  const [other, setOther] = useState(!common.includes(reading.divider));
  const [elsewhere, setElsewhere] = useState((reading.headerLine ?? 1) > 1);
  const off = onChange === null;
  const change = (how: Partial<Reading>) => onChange?.(how);
  const header = reading.headerLine === null ? "none" : elsewhere || reading.headerLine > 1 ? "another" : "1";
  const isFound = (Object.keys(findings.found) as (keyof Reading)[]).every((key) => findings.found[key] === reading[key]);
  return (
    <section className={`${columns.mapping} ${classes.settings}`} aria-label="How this file was read">
      <div className={columns.file}>
        <IconFileSpreadsheet size={18} stroke={1.7} aria-hidden />
        <p>
          <strong>How this file was read</strong>
          <span className={look.second}>
            {saySize(upload.bytes ?? 0)}
            {upload.counted && `, ${sayCount(upload.counted.lines, "line", "lines")}`}
          </span>
        </p>
      </div>
      <Setting name="Letters" found={findings.letters}>
        <Select
          aria-label="Letters"
          data={letters}
          value={reading.encoding}
          disabled={off}
          allowDeselect={false}
          rightSection={<IconChevronDown size={16} stroke={1.7} aria-hidden />}
          onChange={(value) => value && change({ encoding: value as Reading["encoding"] })}
        />
      </Setting>
      <Setting name="Cells are divided by" found={findings.divider}>
        <SegmentedControl
          aria-label="Cells are divided by"
          fullWidth
          disabled={off}
          data={dividers}
          value={other ? "other" : reading.divider}
          onChange={(value) => {
            setOther(value === "other");
            if (value !== "other") change({ divider: value as Divider });
          }}
        />
        {other && (
          <SegmentedControl
            aria-label="Another divider"
            fullWidth
            disabled={off}
            data={rare}
            value={reading.divider}
            onChange={(value) => change({ divider: value as Divider })}
          />
        )}
      </Setting>
      <Setting name="Quotes" found={findings.quotes}>
        <SegmentedControl
          aria-label="Quotes"
          fullWidth
          disabled={off}
          data={marks}
          value={reading.quote ?? "none"}
          onChange={(value) => change({ quote: value === "none" ? null : (value as '"' | "'") })}
        />
      </Setting>
      <Setting name="Names of the columns" found={findings.header}>
        <SegmentedControl
          aria-label="Names of the columns"
          fullWidth
          disabled={off}
          data={[
            { value: "1", label: "Line 1" },
            { value: "another", label: header === "another" && reading.headerLine ? `Line ${reading.headerLine}` : "Another" },
            { value: "none", label: "None" },
          ]}
          value={header}
          onChange={(value) => {
            setElsewhere(value === "another");
            if (value === "1") change({ headerLine: 1, skipTop: 0 });
            if (value === "none") change({ headerLine: null });
          }}
        />
        {header === "another" && (
          <Lines
            label="Line that names the columns"
            value={reading.headerLine ?? 1}
            least={1}
            off={off}
            onKeep={(line) => change({ headerLine: line, skipTop: 0 })}
          />
        )}
      </Setting>
      <Setting name="Leave out" found={findings.top}>
        <div className={classes.ends}>
          <Lines
            label="lines at the top"
            value={reading.headerLine === null ? reading.skipTop : reading.headerLine - 1}
            off={off}
            onKeep={(lines) => change(reading.headerLine === null ? { skipTop: lines } : { headerLine: lines + 1 })}
          />
          <Lines label="at the end" value={reading.skipEnd} off={off} onKeep={(lines) => change({ skipEnd: lines })} />
        </div>
      </Setting>
      {!isFound && onChange && (
        <button
          type="button"
          className={`${look.words} ${classes.asFound}`}
          onClick={() => {
            setOther(!common.includes(findings.found.divider));
            setElsewhere((findings.found.headerLine ?? 1) > 1);
            change(findings.found);
          }}
        >
          All as found
        </button>
      )}
    </section>
  );
}

function Setting({ name, found, children }: { name: string; found: string; children: ReactNode }) {
  return (
    <div className={classes.setting}>
      <h3>{name}</h3>
      {children}
      <p>Found: {found}</p>
    </div>
  );
}

/** A number of lines, kept when it is left or Enter is pressed: every digit would read the file anew. */
function Lines(props: { label: string; value: number; least?: number; off: boolean; onKeep: (lines: number) => void }) {
  const { label, value, least = 0, off, onKeep } = props;
  const [typed, setTyped] = useState<{ of: number; now: number | string }>({ of: value, now: value });
  const now = typed.of === value ? typed.now : value;
  const keep = () => {
    const lines = Number(now);
    // What is refused does not stay there as if it held.
    setTyped({ of: value, now: value });
    if (now !== "" && lines !== value && lines >= least) onKeep(lines);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
    <label className={classes.lines}>
      <NumberInput
        aria-label={label}
        value={now}
        min={least}
        max={100_000}
        hideControls
        allowDecimal={false}
        disabled={off}
        onChange={(next) => setTyped({ of: value, now: next })}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
      <span>{label}</span>
    </label>
  );
}
