import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { readTemplates } from "@/lib/templates/read-templates";
import { NewTemplate } from "./new-template";
import { TemplatePane } from "./template-pane";
import classes from "./templates.module.css";

export const metadata: Metadata = { title: "Templates" };

/** The library with its first template open, or what to do while there is none. */
export default async function TemplatesPage() {
  const member = await requireMember();
  const [first] = await readTemplates(member);
  if (first) return <TemplatePane member={member} id={first.id} />;
  const mayEdit = hasRight(member.role, "templates:edit");
  return (
    <div className={classes.empty}>
      <h2>No template yet</h2>
      <p>
        A template is a mail written once that steps of campaigns start from. Each step gets a copy, so a later change of the
        template changes no campaign.
      </p>
      {mayEdit ? <NewTemplate /> : <p>Your role reads only. A member of your team can write the first one.</p>}
    </div>
  );
}
