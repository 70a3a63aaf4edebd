import { IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { listFiles, type PastFile } from "@/lib/suppressions/files/list-files";
import classes from "../../import/import.module.css";
import { DropList } from "./drop-list";
import { FileHead } from "./file-head";

export const metadata: Metadata = { title: "Suppress by a file · Contacts" };

export default async function SuppressionFilePage() {
  const member = await requireMember();
  const files = await listFiles(member);
  return (
    <>
      <FileHead title={<h1>Suppress by a file</h1>} stage={0} />
      <div className={classes.wide}>
        {hasRight(member.role, "contacts:edit") ? (
          <DropList />
        ) : (
          <p className={classes.lead}>Your role reads contacts only. A member or an administrator of your team can add a file.</p>
        )}
        {files.length > 0 && (
          <section aria-labelledby="before">
            <div className={classes.beforeHead}>
              <h2 id="before">Files before</h2>
            </div>
            <ul className={classes.before}>
              {files.map((file) => (
                <Before key={file.id} file={file} timezone={member.timezone} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Before({ file, timezone }: { file: PastFile; timezone: string }) {
  return (
    <li className={classes.past}>
      <span className={classes.cell}>
        <Link href={`/contacts/suppressed/file/${file.id}`} prefetch={false} className={look.opens} title={file.fileName}>
          {file.fileName}
        </Link>
        <small>{sayCount(file.lines, "line", "lines")}</small>
      </span>
      <span className={classes.cell}>
        {file.state === "shown" &&
          (file.entries > file.known || file.facts.graver > 0 ? (
            <em className={classes.waits}>Waits for somebody to decide</em>
          ) : (
            "Nothing new in it"
          ))}
        {file.state === "taking" && (
          <em>
            {file.taken.toLocaleString("en")} of {sayCount(file.entries, "entry", "entries")} so far
          </em>
        )}
        {file.state === "taken" && `${sayCount(file.entries, "entry", "entries")} in the list`}
      </span>
      <span className={classes.cell}>
        {file.state === "taken" && `${sayCount(file.facts.people ?? 0, "contact", "contacts")} stopped by it`}
        {file.refused > 0 && <small className={classes.red}>{sayCount(file.refused, "line", "lines")} refused</small>}
      </span>
      <span className={classes.cell}>
        {file.by && `${file.by}, `}
        <Moment at={file.createdAt} timeZone={timezone} />
      </span>
      <IconChevronRight size={18} stroke={1.7} aria-hidden />
    </li>
  );
}
