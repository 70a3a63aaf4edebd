import classes from "./setup.module.css";

/** A subject with its fields as chips, to be read and not edited. */
export function SubjectLine({ subject }: { subject: string }) {
  return partsOf(subject).map((part) =>
    part.field ? (
      <em key={part.at} className={classes.chip}>
        {part.text}
      </em>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  );
}

function partsOf(subject: string): { at: number; text: string; field: boolean }[] {
  const parts: { at: number; text: string; field: boolean }[] = [];
  let at = 0;
  for (const match of subject.matchAll(/\{\{-?\s*([A-Za-z_]\w*)[^}]*\}\}/g)) {
    parts.push({ at, text: subject.slice(at, match.index), field: false });
    parts.push({ at: match.index, text: match[1] ?? "", field: true });
    at = match.index + match[0].length;
  }
  return [...parts, { at: subject.length + 1, text: subject.slice(at), field: false }].filter((part) => part.text !== "");
}
