import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { searchWords } from "@/lib/contacts/filter-contacts";
import { readContacts } from "@/lib/contacts/read-contacts";
import { shareRail } from "@/lib/contacts/read-rail";
import { readListPage } from "@/lib/lists/read-list-page";
import { ContactsFrame } from "../../contacts-frame";
import { ContactsTable } from "../../contacts-table";
import classes from "../../frame.module.css";
import { SearchBox } from "../../search-box";
import table from "../../table.module.css";
import { viewRow } from "../../view-row";
import { AddByHand } from "./add-by-hand";
import { AddFromUpload } from "./add-from-upload";
import { ListMenu } from "./list-menu";
import { ListVerdict } from "./list-verdict";

export const generateMetadata = titleOf("list", "Contacts");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string; page?: string; sort?: string }> };

export default async function ListPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const path = `/contacts/lists/${id}`;
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const list = await orNotFound(readListPage(member, id));
  const [found, rail] = await Promise.all([
    readContacts(member, { search: q, sort, listId: id }, Number(page) || 1),
    shareRail(member),
  ]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  const now = new Date();
  const mailable = list.people - list.suppressed;
  return (
    <ContactsFrame
      rail={rail}
      here={path}
      mayEdit={mayEdit}
      head={
        <>
          <Link href="/contacts" className={classes.crumb}>
            Contacts
          </Link>
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
          <span className={classes.title} dir="auto">
            {list.name}
          </span>
          <span className={classes.total}>{list.people.toLocaleString("en")}</span>
          {mayEdit && (
            <div className={classes.acts}>
              <ListMenu listId={id} name={list.name} />
              {mailable > 0 && (
                <Link href={`/campaigns/new?list=${id}`} className={classes.primary}>
                  Start a campaign for {mailable.toLocaleString("en")}
                </Link>
              )}
            </div>
          )}
        </>
      }
      aside={
        mayEdit && (
          <aside className={classes.aside} aria-label="Add to this list">
            <AddByHand listId={id} />
            <AddFromUpload listId={id} uploads={list.uploads} />
          </aside>
        )
      }
    >
      <ListVerdict list={list} timezone={member.timezone} now={now} />
      {list.people > 0 && (
        <div className={table.tools}>
          <SearchBox path={path} search={q ?? ""} sort={sort} label={`Search in ${list.name}`} />
          <p>{sort ? "" : "Sorted by when they were added"}</p>
        </div>
      )}
      {found.total > 0 ? (
        <ContactsTable
          path={path}
          query={{ q, sort }}
          rows={found.rows.map((row) => viewRow(row, member.timezone, now))}
          found={{ total: found.total, page: found.page, pages: found.pages, first: found.first }}
          words={searchWords(q)}
          lists={rail.lists}
          list={{ id, name: list.name }}
          mayEdit={mayEdit}
        />
      ) : (
        <div className={table.none} role="status">
          <p>
            {q
              ? `Nobody in ${list.name} fits “${q}”.`
              : mayEdit
                ? "Nobody is in this list yet. Add people beside, or choose them among all contacts."
                : "Nobody is in this list yet."}
          </p>
          {q && (
            <Link href={path} className={classes.plain}>
              Show all {list.people.toLocaleString("en")}
            </Link>
          )}
        </div>
      )}
    </ContactsFrame>
  );
}
