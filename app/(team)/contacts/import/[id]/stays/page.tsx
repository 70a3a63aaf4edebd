import { oneText } from "@/app/ui/address/one-text";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { sayCount } from "@/app/ui/words/count-words";
import { Pages } from "@/app/ui/words/pages";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { readResult } from "@/lib/uploads/read-result";
import { type Hold, holds } from "@/lib/uploads/taking/holding";
import { readKept } from "@/lib/uploads/taking/read-kept";
import { readStayed } from "@/lib/uploads/taking/read-stayed";
import classes from "../../import.module.css";
import { HoldFilter } from "../taken/hold-filter";
import { KeptRows } from "../taken/kept-rows";
import { StayedRows } from "../taken/stayed-rows";
import { TakenHead } from "../taken/taken-head";

export const generateMetadata = titleOf("upload", "Contacts");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string; why?: string; of?: string }> };

/** Everybody who stays though an import is taken back, or keeps what it filled, and why: before that and after. */
export default async function StaysPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const asked = await searchParams;
  const { upload } = await orNotFound(readResult(member, id, 1));
  const path = `/contacts/import/${id}/stays`;
  const would = upload.taking === null;
  if (oneText(asked.of) === "kept") {
    const { rows, total, page, pages } = await readKept(member, id, Number(asked.page) || 1);
    return (
      <>
        <TakenHead id={id} fileName={upload.fileName} at="Who keeps what it filled" />
        <div className={classes.narrow}>
          <h1 className={classes.verdict}>
            {sayCount(total, "person", "people")} {would ? "would keep" : total === 1 ? "keeps" : "keep"} what it filled
          </h1>
          <p className={classes.lead}>Somebody changed the cell since, or a signed mail quotes it.</p>
          <KeptRows rows={rows} />
          <Pages path={path} query={{ of: "kept" }} page={page} pages={pages} total={total} />
        </div>
      </>
    );
  }
  const why = holds.find((hold) => hold === oneText(asked.why)) ?? null;
  const { rows, counts, page, pages } = await readStayed(member, id, why, Number(asked.page) || 1);
  const all = (Object.values(counts) as number[]).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <TakenHead id={id} fileName={upload.fileName} at={would ? "Who would stay" : "Who stayed"} />
      <div className={classes.narrow}>
        <h1 className={classes.verdict}>
          {sayCount(all, "person", "people")} {would ? "would stay" : "stayed"} for a reason
        </h1>
        <p className={classes.lead}>
          Created by this file and used since. What holds somebody first is told: an answer, a mail, a list, a file, a change by
          hand.
        </p>
        <HoldFilter path={path} counts={counts} chosen={why} />
        <StayedRows rows={rows} timezone={member.timezone} />
        <Pages
          path={path}
          query={{ why: why ?? undefined }}
          page={page}
          pages={pages}
          total={why ? (counts[why as Hold] ?? 0) : all}
        />
      </div>
    </>
  );
}
