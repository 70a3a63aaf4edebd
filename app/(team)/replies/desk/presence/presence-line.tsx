import { IconEye, IconPencil } from "@tabler/icons-react";
import type { OtherHere } from "@/lib/threads/presence/other-here";
import classes from "./presence.module.css";

/** Who else is in the thread, and who answers it: above the box in which one would answer it, too. */
export function PresenceLine({ others }: { others: OtherHere[] }) {
  const typing = others.filter((one) => one.typing);
  const shown = typing.length > 0 ? typing : others;
  const Icon = typing.length > 0 ? IconPencil : IconEye;
  return (
    <div className={classes.place} role="status">
      {shown.length > 0 && (
        <p className={classes.line} data-typing={typing.length > 0 || undefined}>
          <Icon size={16} stroke={1.7} aria-hidden />
          <span>
            {namesOf(shown)} {shown.length === 1 ? "is" : "are"} {typing.length > 0 ? "answering" : "reading this"}
            {/* Spoken once, and not again at every second. */}
            {typing.length > 0 && <span aria-hidden>, {Math.min(...typing.map((one) => one.secondsAgo))} s ago</span>}
          </span>
        </p>
      )}
    </div>
  );
}

function namesOf(others: OtherHere[]): string {
  const names = others.map(({ name }) => name.split(" ")[0]);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}
