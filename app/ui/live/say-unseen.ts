import type { ShellData } from "@/lib/shell/shell-data";

/** What mail does while nobody here sees it, by how it stood when the line went down. */
export function sayUnseen({ state, stoppedBy }: Pick<ShellData["pulse"], "state" | "stoppedBy">): string {
  if (state === "stopped")
    return `All sending was stopped by ${stoppedBy ?? "your team"} and stays so until somebody resumes it.`;
  if (state === "nothing yet") return "Nothing was on its way.";
  if (state === "quiet") return "No mail had its minute.";
  return "Signed mail leaves by its rules, and where Countersign itself is down, as soon as it is back.";
}
