import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/app/ui/badge/badge";
import frame from "../../../frame.module.css";

/** The way to a page of an import that is, was, or would be taken back. */
export function TakenHead({ id, fileName, badge, at }: { id: string; fileName: string; badge?: string; at?: ReactNode }) {
  return (
    <header className={frame.head}>
      <Link href="/contacts" className={frame.crumb}>
        Contacts
      </Link>
      <IconChevronRight size={16} stroke={1.7} aria-hidden />
      <Link href="/contacts/imports" className={frame.crumb}>
        Imports
      </Link>
      <IconChevronRight size={16} stroke={1.7} aria-hidden />
      {at ? (
        <>
          <Link href={`/contacts/import/${id}`} className={frame.crumb}>
            {fileName}
          </Link>
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
          <span className={frame.title}>{at}</span>
        </>
      ) : (
        <span className={frame.title}>{fileName}</span>
      )}
      {badge && <Badge tone="grey">{badge}</Badge>}
    </header>
  );
}
