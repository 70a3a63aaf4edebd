import { unclosedDoubt } from "./detect-reading";
import { decode } from "./letters/text-reader";
import type { Doubt, Findings, Reading } from "./reading";
import { splitText } from "./split-text";

/** What is still doubtful about a file once a person has said how it is read: what they chose is no doubt any more. */
export function judgeReading(head: Uint8Array, reading: Reading, before: Findings, isWhole: boolean): Findings {
  const { found } = before;
  const same: Record<Doubt["kind"], boolean> = {
    letters: reading.encoding === found.encoding,
    divider: reading.divider === found.divider,
    header: reading.headerLine === found.headerLine,
    // What stands in the rows is looked for anew with every reading.
    swallowed: false,
    widths: false,
    cut: false,
    unclosed: false,
  };
  const kept = before.asFound.filter((doubt) => same[doubt.kind]);
  const { unclosed } = splitText(decode(head, reading.encoding), reading);
  const open = isWhole ? unclosedDoubt(unclosed) : null;
  return { ...before, doubts: open ? [open, ...kept] : kept };
}
