import type { Metadata } from "next";
import { oneText } from "@/app/ui/address/one-text";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { requireMember } from "@/lib/auth/require-member";
import { readLists } from "@/lib/campaigns/setup/read-lists";
import { readContacts } from "@/lib/contacts/read-contacts";
import { readList } from "@/lib/lists/find-list";
import { hasRight } from "@/lib/team/rights";
import { ContactsHead } from "../../contacts-head";
import { ContactsTable } from "../../contacts-table";

export const metadata: Metadata = { title: "List" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string; page?: string; sort?: string }> };

export default async function ListPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const scope = { teamId: member.teamId, memberId: member.memberId };
  const id = idOrNotFound((await params).id);
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const own = await orNotFound(readList(scope, id));
  const [list, lists] = await Promise.all([
    readContacts(scope, { search: q, sort, listId: id }, Number(page) || 1),
    readLists(scope),
  ]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  return (
    <>
      <ContactsHead
        verdict={`${own.name}, ${list.total.toLocaleString("en")} ${list.total === 1 ? "person" : "people"}`}
        lists={lists}
        here={{ id, name: own.name }}
        mayEdit={mayEdit}
      />
      <ContactsTable
        path={`/contacts/lists/${id}`}
        query={{ q, sort }}
        list={list}
        lists={lists}
        listId={id}
        mayEdit={mayEdit}
        timezone={member.timezone}
      />
    </>
  );
}
