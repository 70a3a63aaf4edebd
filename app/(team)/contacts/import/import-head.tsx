import type { ReactNode } from "react";
import { StagesHead } from "../taking-files/stages-head";

/** Where an import is, and what can be done with it. */
export function ImportHead(props: { title: ReactNode; stage: number; children?: ReactNode }) {
  return (
    <StagesHead
      above={{ name: "Contacts", href: "/contacts" }}
      start="/contacts/import"
      stages={["File", "Columns", "Result"]}
      {...props}
    />
  );
}
