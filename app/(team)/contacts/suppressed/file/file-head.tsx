import type { ReactNode } from "react";
import { StagesHead } from "../../taking-files/stages-head";

/** Where a file of suppressions is, and what can be done with it. */
export function FileHead(props: { title: ReactNode; stage: number; children?: ReactNode }) {
  return (
    <StagesHead
      above={{ name: "Suppressed", href: "/contacts/suppressed" }}
      start="/contacts/suppressed/file"
      stages={["File", "Whom it stops", "Done"]}
      {...props}
    />
  );
}
