import { IconChevronRight, IconDownload, IconUpload } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { oneText } from "@/app/ui/address/one-text";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { shareRail } from "@/lib/contacts/read-rail";
import { countEntries } from "@/lib/suppressions/entries/count-entries";
import { countNamed } from "@/lib/suppressions/entries/count-named";
import { mostMails } from "@/lib/suppressions/entries/foresee";
import { type EntryKind, entryKinds, readEntries } from "@/lib/suppressions/entries/read-entries";
import { ContactsFrame } from "../contacts-frame";
import classes from "../frame.module.css";
import { SearchBox } from "../search-box";
import table from "../table.module.css";
import { AddEntry } from "./add-entry";
import { EntriesTable } from "./entries-table";
import { Kinds } from "./kinds";
import { Turn } from "./turn";
import { Verdict } from "./verdict";

export const metadata: Metadata = { title: "Suppressed · Contacts" };

const path = "/contacts/suppressed";
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SuppressedPage({ searchParams }: Props) {
  const member = await requireMember();
  const asked = await searchParams;
  const idOf = (name: string) => [oneText(asked[name])].find((text) => text && id.test(text));
  const search = oneText(asked.q);
  const kind = entryKinds.find((one) => one === oneText(asked.kind)) as EntryKind | undefined;
  const counts = countEntries(member);
  const [found, rail] = await Promise.all([
    readEntries(member, { search, kind, after: idOf("after"), before: idOf("before") }),
    shareRail(member),
  ]);
  const named = countNamed(
    member,
    found.rows.filter((row) => row.people === null).map((row) => row.id),
  );
  const mayEdit = hasRight(member.role, "contacts:edit");
  const mayLift = hasRight(member.role, "suppressions:lift");
  const query = { q: search, kind };
  const narrowed = Boolean(search || kind);
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
          {mayEdit && (
            <div className={classes.acts}>
              {(found.rows.length > 0 || narrowed) && (
                <a href={`${path}/export`} className={classes.plain} aria-label="Export">
                  <IconDownload size={18} stroke={1.7} aria-hidden /> <span className={classes.addWords}>Export</span>
                </a>
              )}
              <Link href={`${path}/file`} className={classes.plain}>
                <IconUpload size={18} stroke={1.7} aria-hidden /> Add a file
              </Link>
            </div>
          )}
        </>
      }
    >
      <Suspense
        fallback={
          <div className={classes.verdict}>
            <h1>Suppressed</h1>
            <p>The entries are being counted.</p>
          </div>
        }
      >
        <Verdict counts={counts} people={rail.suppressed} mayLift={mayLift} />
      </Suspense>
      {mayEdit && <AddEntry mostMails={mostMails} />}
      {(found.rows.length > 0 || narrowed) && (
        <div className={table.tools}>
          <SearchBox path={path} search={search ?? ""} kind={kind} label="Search an address or a domain" />
          <Kinds path={path} query={query} />
        </div>
      )}
      {found.rows.length > 0 ? (
        <>
          <EntriesTable rows={found.rows} named={named} timezone={member.timezone} now={new Date()} mayLift={mayLift} />
          <Turn path={path} query={query} found={found} />
        </>
      ) : (
        <div className={table.none} role="status">
          <p>
            {search
              ? `Nothing in the list begins with “${search}” or stops it.`
              : kind
                ? "There is none of this kind."
                : "Whoever unsubscribes, complains or bounces stands here from then on. Add who said no before, one by one or from a file, so that they are never mailed."}
          </p>
          {narrowed && (
            <Link href={path} className={classes.plain}>
              Show all
            </Link>
          )}
        </div>
      )}
    </ContactsFrame>
  );
}
