import { compareMails } from "../../mail/compare/compare-mails";
import type { ShownMail } from "../../mail/compare/shown-mail";

type Change = { name: string; undo: (mail: ShownMail) => ShownMail };

/**
 * What Exchange is known to change in a mail between handing over and Sent Items, beyond other ways of writing the same, which are no
 * difference at all. The list is short on purpose: whatever is not in it is asked about.
 */
const changes: Change[] = [
  {
    // Recorded bodies of Graph carry data-auth, target and rel on links; Exchange's filter of HTML leaves attributes out that it does not
    // know (claude-ai-mcp#868, office-js#4460).
    name: "Marks for mail programs, which nobody sees, were added or left out",
    undo: (mail) => ({ ...mail, html: mail.html.replace(/<[a-z][^<>]*>/gi, withoutMarks) }),
  },
  {
    // laravel-msgraph-mail#30: whom the organisation knows is named as the organisation does.
    name: "A recipient is named as in the organisation's address book",
    undo: (mail) => ({
      ...mail,
      to: unnamed(mail.to),
      cc: unnamed(mail.cc),
      bcc: unnamed(mail.bcc),
      replyTo: unnamed(mail.replyTo),
    }),
  },
];

/**
 * What Exchange changed in a mail that differs in its looks alone.
 * @returns null where something is other that Exchange is not known to change.
 */
export function explainChanges(signed: ShownMail, found: ShownMail): string[] | null {
  const isSameWithout = (left: Change | null) => {
    const undo = (mail: ShownMail) => changes.reduce((rest, change) => (change === left ? rest : change.undo(rest)), mail);
    return compareMails(undo(signed), undo(found)).length === 0;
  };
  return isSameWithout(null) ? changes.filter((change) => !isSameWithout(change)).map((change) => change.name) : null;
}

function withoutMarks(tag: string): string {
  const value = `(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s>]+))?`;
  const marks = /^<a\s/i.test(tag) ? "data-[\\w-]+|target|rel" : "data-[\\w-]+";
  return tag.replace(new RegExp(`\\s(?:${marks})${value}(?=[\\s/>])`, "gi"), "");
}

const unnamed = (people: ShownMail["to"]) => people.map(({ email }) => ({ email, name: "" }));
