import { idOrNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { TemplatePane } from "../template-pane";

export const generateMetadata = titleOf("template", "Templates");

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  return <TemplatePane member={member} id={idOrNotFound((await params).id)} />;
}
