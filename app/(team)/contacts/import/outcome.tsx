import classes from "./import.module.css";

export type Part = { name: string; count: number; about: string; tone: Tone };
type Tone = "created" | "updated" | "unchanged" | "refused" | "left" | "stayed" | "kept";
type Counts = { createdCount: number; updatedCount: number; unchangedCount: number; refusedCount: number; knownPolicy: string };

/** What became of the rows so far, in parts that add up to all rows read. */
export function partsOf(upload: Counts, brief = false): Part[] {
  const overwrites = upload.knownPolicy === "overwrite";
  const filled = brief ? "blanks filled" : "blanks filled, nothing overwritten";
  const updated = overwrites ? (brief ? "overwritten" : "overwritten where the file says more") : filled;
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
