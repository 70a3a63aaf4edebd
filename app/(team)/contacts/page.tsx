import type { Metadata } from "next";
import { oneText } from "@/app/ui/address/one-text";
import { requireMember } from "@/lib/auth/require-member";
import { readLists } from "@/lib/campaigns/setup/read-lists";
import { readContacts } from "@/lib/contacts/read-contacts";
import { hasRight } from "@/lib/team/rights";
import { ContactsHead } from "./contacts-head";
import { ContactsTable } from "./contacts-table";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string; page?: string; sort?: string }>;
}) {
  const member = await requireMember();
  const scope = { teamId: member.teamId, memberId: member.memberId };
  const { page, ...asked } = await searchParams;
  const [q, sort] = [oneText(asked.q), oneText(asked.sort)];
  const [list, lists] = await Promise.all([readContacts(scope, { search: q, sort }, Number(page) || 1), readLists(scope)]);
  const mayEdit = hasRight(member.role, "contacts:edit");
  return (
    <>
      <ContactsHead
        verdict={
          q
            ? `${list.total.toLocaleString("en")} found`
            : list.total === 0
              ? "No contacts yet"
              : `${list.total.toLocaleString("en")} ${list.total === 1 ? "contact" : "contacts"}`
        }
        lists={lists}
        here={null}
        mayEdit={mayEdit}
      />
      <ContactsTable
        path="/contacts"
        query={{ q, sort }}
        list={list}
        lists={lists}
        listId={null}
        mayEdit={mayEdit}
        timezone={member.timezone}
      />
    </>
  );
}
