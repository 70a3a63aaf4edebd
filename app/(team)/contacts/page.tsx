import { IconUpload } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { searchWords } from "@/lib/contacts/filter-contacts";
import { readContacts } from "@/lib/contacts/read-contacts";
import { shareRail } from "@/lib/contacts/read-rail";
import { AddContact } from "./add-contact";
import { ContactsFrame } from "./contacts-frame";
import { ContactsTable } from "./contacts-table";
import classes from "./frame.module.css";
import { SearchBox } from "./search-box";
import table from "./table.module.css";
import { viewRow } from "./view-row";

export const metadata: Metadata = { title: "Contacts" };

type Props = { searchParams: Promise<{ q?: string; page?: string; sort?: string }> };

export default async function ContactsPage({ searchParams }: Props) {
  const member = await requireMember();
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const [found, rail] = await Promise.all([readContacts(member, { search: q, sort }, Number(page) || 1), shareRail(member)]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  const now = new Date();
  return (
    <ContactsFrame
      rail={rail}
      here="/contacts"
      mayEdit={mayEdit}
      head={
        <>
          <h1>Contacts</h1>
          {rail.all > 0 && <span className={classes.total}>{rail.all.toLocaleString("en")}</span>}
          {mayEdit && (
            <div className={classes.acts}>
              <AddContact />
              <Link href="/contacts/import" className={classes.primary}>
                <IconUpload size={18} stroke={1.7} aria-hidden /> Import
              </Link>
            </div>
          )}
        </>
      }
    >
      {rail.all > 0 && (
        <div className={table.tools}>
          <SearchBox path="/contacts" search={q ?? ""} sort={sort} label="Search name, address, company" />
        </div>
      )}
      {found.total > 0 ? (
        <ContactsTable
          path="/contacts"
          query={{ q, sort }}
          rows={found.rows.map((row) => viewRow(row, member.timezone, now))}
          found={{ total: found.total, page: found.page, pages: found.pages, first: found.first }}
          words={searchWords(q)}
          lists={rail.lists}
          list={null}
          mayEdit={mayEdit}
        />
      ) : (
        <div className={table.none} role="status">
          <p>
            {q
              ? `Nobody among your contacts fits “${q}”.`
              : "Nobody here yet. Import a CSV, or add somebody by hand. What you bring in stays with your team, and nobody is mailed by it."}
          </p>
          {q ? (
            <Link href="/contacts" className={classes.plain}>
              Show all {rail.all.toLocaleString("en")}
            </Link>
          ) : (
            mayEdit && (
              <Link href="/contacts/import" className={classes.primary}>
                Import a CSV
              </Link>
            )
          )}
        </div>
      )}
    </ContactsFrame>
  );
}
