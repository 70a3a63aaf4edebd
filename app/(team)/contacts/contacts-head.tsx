import Link from "next/link";
import type { ListChoice } from "@/lib/campaigns/setup/read-lists";
import { AddContact } from "./add-contact";
import classes from "./contacts.module.css";
import { NameList } from "./name-list";

type Props = { verdict: string; lists: ListChoice[]; here: { id: string; name: string } | null; mayEdit: boolean };

/** What one looks at, the lists, and the ways to get more contacts. */
export function ContactsHead({ verdict, lists, here, mayEdit }: Props) {
  return (
    <header className={classes.top}>
      <div className={classes.topRow}>
        <h1 className={classes.verdict}>{verdict}</h1>
        {mayEdit && (
          <div className={classes.topActs}>
            {here ? (
              <>
                <NameList listId={here.id} name={here.name} />
                <Link href={`/campaigns/new?list=${here.id}`} className={classes.primary}>
                  Start a campaign
                </Link>
              </>
            ) : (
              <>
                <AddContact />
                <Link href="/contacts/import" className={classes.primary}>
                  Import a CSV
                </Link>
              </>
            )}
          </div>
        )}
      </div>
      <nav aria-label="Lists" className={classes.lists}>
        <Link href="/contacts" aria-current={here ? undefined : "page"}>
          All contacts
        </Link>
        {lists.map((list) => (
          <Link key={list.id} href={`/contacts/lists/${list.id}`} aria-current={list.id === here?.id ? "page" : undefined}>
            {list.name} <span>{list.people.toLocaleString("en")}</span>
          </Link>
        ))}
      </nav>
    </header>
  );
}
