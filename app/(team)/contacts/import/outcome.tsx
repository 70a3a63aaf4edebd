import type { Mapping } from "@/lib/columns/mapping";
import classes from "./import.module.css";

export type Part = { name: string; count: number; about: string; tone: Tone };
type Tone = "created" | "updated" | "unchanged" | "refused" | "left" | "stayed" | "kept";
type Counts = {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  refusedCount: number;
  knownPolicy: string;
  /** Its columns, of which each may have a rule of its own. */
  columnMapping: unknown;
};

/** What became of the rows so far, in parts that add up to all rows read. */
export function partsOf(upload: Counts, brief = false): Part[] {
  const updated = sayUpdated(upload, brief);
  return [
    { name: "created", count: upload.createdCount, about: "new in your contacts", tone: "created" },
    { name: "updated", count: upload.updatedCount, about: updated, tone: "updated" },
    { name: "unchanged", count: upload.unchangedCount, about: "same as before", tone: "unchanged" },
    {
      name: "refused",
      count: upload.refusedCount,
      about: brief ? "with line and reason" : "each with its line and reason",
      tone: "refused",
    },
  ];
}

/** What was done to people who were known, by the rules of all columns. */
function sayUpdated({ knownPolicy, columnMapping }: Counts, brief: boolean): string {
  const columns = Array.isArray(columnMapping) ? (columnMapping as Mapping) : [];
  const rules = columns.flatMap(({ target, known }) => (target === "email" || target === "skip" ? [] : (known ?? knownPolicy)));
  const overwrites = rules.length > 0 ? rules.includes("overwrite") : knownPolicy === "overwrite";
  if (overwrites && rules.includes("fill"))
    return brief ? "filled or overwritten" : "filled or overwritten, each column by its rule";
  if (overwrites) return brief ? "overwritten" : "overwritten where the file says more";
  return brief ? "blanks filled" : "blanks filled, nothing overwritten";
}

/** The parts as one bar; their numbers stand beside it in text. */
export function Bar({ parts, small = false, faded }: { parts: Part[]; small?: boolean; faded?: boolean }) {
  return (
    <div className={small ? `${classes.bar} ${classes.small}` : classes.bar} data-faded={faded || undefined} aria-hidden>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <i key={part.name} className={classes.tone} data-tone={part.tone} style={{ flexGrow: part.count }} />
        ))}
    </div>
  );
}

/** The parts with their numbers. */
export function Parts({ parts }: { parts: Part[] }) {
  return (
    <dl className={classes.parts}>
      {parts.map((part) => (
        <div key={part.name}>
          <dt>{part.name}</dt>
          <dd>
            <i className={classes.tone} data-tone={part.tone} aria-hidden /> {part.count.toLocaleString("en")}
          </dd>
          <dd>{part.about}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the colours of the bars mean. */
export function Legend() {
  return (
    <p className={classes.legend} aria-hidden>
      {(["created", "updated", "unchanged", "refused"] as const).map((tone) => (
        <span key={tone}>
          <i className={classes.tone} data-tone={tone} /> {tone}
        </span>
      ))}
    </p>
  );
}
