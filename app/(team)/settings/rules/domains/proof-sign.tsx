import { IconCheck, IconQuestionMark, IconX } from "@tabler/icons-react";
import type { Proof } from "@/lib/domains/proof";

const signs = { sound: IconCheck, failing: IconX, unknown: IconQuestionMark };
const standings = { sound: "proven", failing: "failing", unknown: "not known" };

/** How a proof stands. */
export function ProofSign({ state }: { state: Proof["state"] }) {
  const Sign = signs[state];
  return <Sign size={17} stroke={2} role="img" aria-label={standings[state]} />;
}
