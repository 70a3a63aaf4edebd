import type { ReactNode } from "react";
import type { ContactsRail } from "@/lib/contacts/read-rail";
import classes from "./frame.module.css";
import { Rail } from "./rail";

type Props = { rail: ContactsRail; here: string; mayEdit: boolean; head: ReactNode; children: ReactNode; aside?: ReactNode };

/** Head, lists at the left, contacts, and what belongs to one list at the right. */
export function ContactsFrame({ rail, here, mayEdit, head, children, aside }: Props) {
  return (
    <div className={classes.frame}>
      <header className={classes.head}>{head}</header>
      <div className={aside ? `${classes.body} ${classes.three}` : classes.body}>
        <Rail rail={rail} here={here} mayEdit={mayEdit} />
        <div className={classes.main}>{children}</div>
        {aside}
      </div>
    </div>
  );
}
