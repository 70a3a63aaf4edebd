import type { ReactNode } from "react";
import { StagesHead } from "../taking-files/stages-head";

/** Where an import is, and what can be done with it. @param isRead whether how the file is read is a stage of its own. */
export function ImportHead({
  stage,
  isRead = stage === "Reading",
  ...props
}: {
  title: ReactNode;
  stage: "File" | "Reading" | "Columns" | "Result";
  isRead?: boolean;
  children?: ReactNode;
}) {
  const stages = isRead ? ["File", "Reading", "Columns", "Result"] : ["File", "Columns", "Result"];
  return (
    <StagesHead
      above={{ name: "Contacts", href: "/contacts" }}
      start="/contacts/import"
      stages={stages}
      stage={stages.indexOf(stage)}
      {...props}
    />
  );
}
