import type { Metadata } from "next";
import { headers } from "next/headers";
import { requireMember } from "@/lib/auth/require-member";
import { type Named, readName } from "@/lib/shell/read-name";

type Props = { params: Promise<{ id: string }> };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const notFound: Metadata = { title: "Not found" };

/** The title of pages of things: "Lena Hale · Contacts", and the layout adds whose product it is. What is not the team's has no name here. */
export function titleOf(kind: Named, section: string) {
  return async ({ params }: Props): Promise<Metadata> => nameIt(kind, section, (await params).id);
}

/** The same for the pages that read their id out of the path (proxy.ts); where none is named, the section alone. */
export function titleOfOpened(kind: Named, section: string) {
  return async (): Promise<Metadata> => {
    const path = (await headers()).get("x-countersign-path") ?? "";
    const { pathname, searchParams } = new URL(path, "http://x");
    if (searchParams.get("show") === "other") return { title: `Other mail · ${section}` };
    const id = pathname.split("/")[2];
    return id ? nameIt(kind, section, id) : { title: section };
  };
}

async function nameIt(kind: Named, section: string, id: string): Promise<Metadata> {
  const member = await requireMember();
  const name = uuid.test(id) ? await readName(member, kind, id) : null;
  return name === null ? notFound : { title: `${name} · ${section}` };
}
