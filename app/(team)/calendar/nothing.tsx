import { IconClock } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import classes from "./calendar.module.css";

type Props = { toSign: number; maySign: boolean; mayWrite: boolean; cancelled: string | null };

/** Where nothing has a time: how a mail gets one, and where to begin. */
export function Nothing({ toSign, maySign, mayWrite, cancelled }: Props) {
  return (
    <div className={classes.nothing}>
      <span aria-hidden>
        <IconClock size={24} stroke={1.7} />
      </span>
      <h1 className={classes.verdict}>Nothing has a time yet</h1>
      <p>
        A mail gets its time when it is signed: by a campaign’s rules, or by the one you choose.
        {toSign > 0 &&
          ` ${sayCount(toSign, "draft waits", "drafts wait")} for a signature${maySign ? "" : " of a member of your team"}.`}
      </p>
      <div>
        {mayWrite && (
          <Link href="/write" className={classes.button}>
            Write a mail <kbd>W</kbd>
          </Link>
        )}
        {toSign > 0 && (
          <Link href="/review" className={classes.primary}>
            {maySign ? "Start signing" : "Look"} <kbd>G R</kbd>
          </Link>
        )}
      </div>
      {cancelled && <Link href={cancelled}>What was cancelled lately</Link>}
    </div>
  );
}
