import { IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { sayCount } from "@/app/ui/words/count-words";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { searchWords } from "@/lib/contacts/filter-contacts";
import { readContacts } from "@/lib/contacts/read-contacts";
import { readRail } from "@/lib/contacts/read-rail";
import { ContactsFrame } from "../contacts-frame";
import { ContactsTable } from "../contacts-table";
import classes from "../frame.module.css";
import { SearchBox } from "../search-box";
import table from "../table.module.css";
import { viewRow } from "../view-row";

export const metadata: Metadata = { title: "Suppressed" };

const path = "/contacts/suppressed";

type Props = { searchParams: Promise<{ q?: string; page?: string; sort?: string }> };

export default async function SuppressedPage({ searchParams }: Props) {
  const member = await requireMember();
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const [found, rail] = await Promise.all([
    readContacts(member, { search: q, sort, suppressed: true }, Number(page) || 1),
    readRail(member),
  ]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  const mayLift = hasRight(member.role, "suppressions:lift");
  const now = new Date();
  const count = rail.suppressed;
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
          <span className={classes.title}>Suppressed</span>
        </>
      }
    >
      <div className={classes.verdict}>
        <h1>{count === 0 ? "Nobody is suppressed" : `${sayCount(count, "person gets", "people get")} no mail from your team`}</h1>
        <p>
          They unsubscribed, their address is dead, or somebody of your team decided it.{" "}
          {mayLift ? "Lift it on a contact’s page, with a reason." : "Only an administrator can lift it, with a reason."}
        </p>
      </div>
      {count > 0 && (
        <div className={table.tools}>
          <SearchBox path={path} search={q ?? ""} sort={sort} label="Search the suppressed" />
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
          list={null}
          suppressed
          mayEdit={mayEdit}
        />
      ) : (
        <div className={table.none} role="status">
          <p>{q ? `Nobody among the suppressed fits “${q}”.` : "Whoever unsubscribes or bounces stands here from then on."}</p>
        </div>
      )}
    </ContactsFrame>
  );
}
