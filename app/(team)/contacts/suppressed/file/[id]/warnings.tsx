import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import { suggestColumns } from "@/lib/columns/suggest-columns";
import type { Stopped } from "@/lib/suppressions/files/count-stopped";
import type { ShownFile } from "@/lib/suppressions/files/show-file";
import classes from "./file.module.css";

/** What somebody should see before they suppress: that it stops nearly everybody, their own company, or is another file than they meant. */
export function Warnings({ shown: { file }, stopped }: { shown: ShownFile; stopped: Stopped }) {
  const { people, contacts, own, named } = stopped;
  const { freeMail, moreFreeMail = 0 } = file.facts;
  const told = {
    contacts: looksLikeContacts(file.facts, named) && (
      <>
        This looks like a file of contacts: nothing in it says that they want no mail
        {named > 0 && `, and ${sayCount(named, "of them is a contact", "of them are contacts")} of yours`}. Did you mean to{" "}
        <Link href="/contacts/import">import them</Link>?
      </>
    ),
    most:
      people * 2 > contacts && `It stops ${people.toLocaleString("en")} of your ${sayCount(contacts, "contact", "contacts")}.`,
    own: own.length > 0 && `It names your own ${own.length === 1 ? "domain" : "domains"}: ${own.join(", ")}.`,
    freeMail: freeMail.length > 0 && sayFreeMail(freeMail, moreFreeMail),
  };
  return Object.entries(told).map(
    ([about, warning]) =>
      warning && (
        <Problem key={about} ground className={classes.warning}>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden /> <span>{warning}</span>
        </Problem>
      ),
  );
}

function sayFreeMail(names: string[], more: number): string {
  const all = more > 0 ? `${names.join(", ")} and ${sayCount(more, "more domain", "more domains")}` : names.join(", ");
  return `${all}: people of everywhere have their mail there, and ${names.length + more === 1 ? "it is" : "they are"} named as a whole.`;
}

/** Names of people or companies beside the addresses, or mostly people whom the team knows; and not a word of why. */
function looksLikeContacts(facts: ShownFile["file"]["facts"], named: number): boolean {
  if (facts.saysWhy) return false;
  const targets = suggestColumns(facts.headers ?? [], []).mapping.map((one) => one.target);
  const hasPeople = (["first_name", "last_name", "name", "company"] as const).some((target) => targets.includes(target));
  return hasPeople || (facts.addresses >= 20 && facts.domains + facts.wildcards === 0 && named * 2 > facts.addresses);
}
