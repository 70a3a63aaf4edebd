import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import look from "@/app/ui/look/look.module.css";
import type { ContactsRail } from "@/lib/contacts/read-rail";
import classes from "./frame.module.css";
import { NewList } from "./new-list";

/** All contacts, each list, the archived, and who is never mailed again. `here` is the path that is open. */
export function Rail({ rail, here, mayEdit }: { rail: ContactsRail; here: string; mayEdit: boolean }) {
  const entry = (path: string, name: string, count: number) => (
    <Link key={path} href={path} prefetch={false} aria-current={path === here ? "page" : undefined} title={name}>
      <span className={look.cut} dir="auto">
        {name}
      </span>
      <LinkBusy />
      {count > 0 && <span className={classes.count}>{count.toLocaleString("en")}</span>}
    </Link>
  );
  return (
    <nav className={classes.rail} aria-label="Which contacts">
      {entry("/contacts", "All contacts", rail.all)}
      {(rail.lists.length > 0 || mayEdit) && <h2>Lists</h2>}
      {rail.lists.map((list) => entry(`/contacts/lists/${list.id}`, list.name, list.people))}
      {mayEdit && <NewList />}
      <h2>Put away</h2>
      {entry("/contacts/archived", "Archived", rail.archived)}
      <h2>Never mailed again</h2>
      {entry("/contacts/suppressed", "Suppressed", rail.suppressed)}
    </nav>
  );
}
