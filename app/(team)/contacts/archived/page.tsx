import { IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { sayCount } from "@/app/ui/words/count-words";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { searchWords } from "@/lib/contacts/filter-contacts";
import { readContacts } from "@/lib/contacts/read-contacts";
import { shareRail } from "@/lib/contacts/read-rail";
import { ContactsFrame } from "../contacts-frame";
import { ContactsTable } from "../contacts-table";
import classes from "../frame.module.css";
import { SearchBox } from "../search-box";
import table from "../table.module.css";
import { viewRow } from "../view-row";

export const metadata: Metadata = { title: "Archived · Contacts" };

const path = "/contacts/archived";

type Props = { searchParams: Promise<{ q?: string; page?: string; sort?: string }> };

export default async function ArchivedPage({ searchParams }: Props) {
  const member = await requireMember();
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const [found, rail] = await Promise.all([
    readContacts(member, { search: q, sort, archived: true }, Number(page) || 1),
    shareRail(member),
  ]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  const now = new Date();
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
          <span className={classes.title}>Archived</span>
        </>
      }
    >
      <div className={classes.verdict}>
        <h1>{rail.archived === 0 ? "Nobody is archived" : `${sayCount(rail.archived, "person is", "people are")} archived`}</h1>
        <p>
          {rail.archived > 0 &&
            `In no search and no list’s count; everything sent and received is kept${mayEdit ? ", and who is restored stands in their lists again" : ""}.`}
        </p>
      </div>
      {rail.archived > 0 && (
        <div className={table.tools}>
          <SearchBox path={path} search={q ?? ""} sort={sort} label="Search the archived" />
          <p>{sort ? "" : "Sorted by when they were archived"}</p>
        </div>
      )}
      {found.total > 0 ? (
        <ContactsTable
          path={path}
          query={{ q, sort }}
          rows={found.rows.map((row) => viewRow(row, member.timezone, now))}
          found={{ total: found.total, page: found.page, pages: found.pages, first: found.first }}
          words={searchWords(q)}
          lists={[]}
          list={null}
          archived
          mayEdit={mayEdit}
        />
      ) : (
        <div className={table.none} role="status">
          <p>
            {q
              ? `Nobody among the archived fits “${q}”.`
              : "Whoever is archived among the contacts stands here from then on, and can be brought back from here."}
          </p>
          <Link href={q ? path : "/contacts"} className={classes.plain}>
            {q ? `Show all ${rail.archived.toLocaleString("en")}` : "See the contacts"}
          </Link>
        </div>
      )}
    </ContactsFrame>
  );
}
