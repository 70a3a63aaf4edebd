import { orNotFound } from "@/app/ui/trouble/or-not-found";
import { Moment } from "@/app/ui/words/moment";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { readTemplate } from "@/lib/templates/read-template";
import { TemplateEditor } from "./template-editor";

/** One template, open: its editor and the mail it makes. */
export async function TemplatePane({ member, id }: { member: Member; id: string }) {
  const template = await orNotFound(readTemplate(member, id));
  return (
    <TemplateEditor
      key={template.id}
      template={template}
      changed={<Moment at={template.changedAt} timeZone={member.timezone} />}
      mayEdit={hasRight(member.role, "templates:edit")}
    />
  );
}
