import { IconHourglass } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Moment } from "@/app/ui/words/moment";
import frame from "../frame.module.css";
import classes from "./contact.module.css";

type Props = {
  /** The reason in words. */
  reason: string;
  /** Which mail it is, as the sentence begins. */
  mail: ReactNode;
  nextAt: Date | null;
  timezone: string;
  /** Zone of its campaign, whose clock is said first where it shows another time. */
  there?: string;
  mailbox: string;
  /** Where a person can unblock it. */
  way: { href: string; name: string } | null;
  children?: ReactNode;
};

/** Why a mail has not left, from when it can, and the way out. */
export function WaitCard({ reason, mail, nextAt, timezone, there, mailbox, way, children }: Props) {
  return (
    <div className={classes.waiting}>
      <IconHourglass size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{reason}</strong>
        <p>
          {mail}
          {nextAt && (
            <>
              {" "}
              from <Moment at={nextAt} timeZone={timezone} {...(there ? { there } : {})} />
            </>
          )}
          , from {mailbox}, unless a reply comes first.
        </p>
      </div>
      {way && (
        <Link href={way.href} className={frame.plain}>
          {way.name}
        </Link>
      )}
      {children}
    </div>
  );
}
