import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { showFile } from "@/lib/suppressions/files/show-file";
import { Shown } from "./shown";
import { Taking } from "./taking";

export const generateMetadata = titleOf("suppressionFile", "Contacts");

export default async function ShownFilePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const shown = await orNotFound(showFile(member, id));
  const mayEdit = hasRight(member.role, "contacts:edit");
  if (shown.stopped) return <Shown shown={shown} stopped={shown.stopped} mayEdit={mayEdit} />;
  return <Taking shown={shown} mayEdit={mayEdit} timezone={member.timezone} />;
}
