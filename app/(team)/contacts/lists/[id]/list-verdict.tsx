import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import type { ListPage } from "@/lib/lists/read-list-page";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay } from "@/lib/schedule/words/format-time";
import classes from "../../frame.module.css";

/** How many are in the list and can be mailed, where it comes from and what uses it. */
export function ListVerdict({ list, timezone, now }: { list: ListPage; timezone: string; now: Date }) {
  const { people, suppressed } = list;
  const day = formatDay(toTemporal(list.madeAt), { now: toTemporal(now), timeZone: timezone });
  return (
    <div className={classes.verdict}>
      <h1>
        {people === 0
          ? "Nobody is in this list"
          : `${sayCount(people, "person", "people")}, ${(people - suppressed).toLocaleString("en")} can be mailed`}
      </h1>
      <p>
        {suppressed > 0 && `${sayCount(suppressed, "is suppressed and stays", "are suppressed and stay")} so. `}
        Made {list.madeFrom?.by && `by ${list.madeFrom.by} `}
        {list.madeFrom && (
          <>
            from <bdi>{list.madeFrom.fileName}</bdi>,{" "}
          </>
        )}
        {day}.
        {list.usedBy.length > 0 && (
          <>
            {" "}
            Used by{" "}
            {list.usedBy.map((campaign, place) => (
              <span key={campaign.id}>
                {place > 0 && ", "}
                <Link href={`/campaigns/${campaign.id}`}>
                  <bdi>{campaign.name}</bdi>
                </Link>
              </span>
            ))}
            .
          </>
        )}
      </p>
    </div>
  );
}
