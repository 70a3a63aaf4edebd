import { boolean, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, teamId, updatedAt } from "./columns";

export const emailTemplates = pgTable(
  "email_templates",
  {
    id: id(),
    teamId: teamId(),
    name: text("name").notNull(),
    templateContent: text("template_content").notNull(),
    isActive: boolean("is_active").default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    subjectTemplate: text("subject_template").notNull().default(""),
    createdBy: uuid("created_by"),
  },
  (t) => [unique("email_templates_team_id").on(t.teamId, t.id)],
);
