import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { describeDomain } from "@/lib/domains/describe-domain";
import type { DomainRow } from "@/lib/domains/read-domains";
import type { Reader } from "@/lib/schedule/words/format-time";

type Props = { row: DomainRow | undefined; reader: Reader; className: string | undefined };

/** Where the domain of a mailbox does not prove its mail: since when, what waits, and the way to what mends it. Nothing where it does. */
export function DomainLine({ row, reader, className }: Props) {
  if (!row?.failingSince) return null;
  const { standing, verdict } = describeDomain(row, reader);
  const color = standing === "waits" ? "var(--stop)" : "var(--wait-mark)";
  return (
    <p className={className}>
      <IconAlertTriangle size={15} stroke={1.8} color={color} style={{ verticalAlign: "-2px" }} aria-hidden /> {verdict}.{" "}
      <Link href="/settings/rules#domains">What is wrong, and the record to copy</Link>
    </p>
  );
}
