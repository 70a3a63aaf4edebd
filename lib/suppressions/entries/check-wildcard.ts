/** Endings under which whole countries and trades have their addresses; one of them is tried for each wildcard. */
const endings =
  "com net org info biz eu io co ai app dev de at ch fr it es pt nl be lu pl cz dk se no fi ie uk us ca au nz jp in br mx".split(
    " ",
  );
/** Under these, a name is somebody's; by themselves they are an ending of two parts, such as `co.uk`. */
const halfEnding = /^(?:ac|co|com|edu|gob|gov|ne|net|or|org)\.[a-z]{2}$/;
/** Somebody nobody means: a wildcard that names them names everybody there. */
const nobody = "qzjxkvwq";

/**
 * Why a wildcard stops more than anybody can mean, as a sentence; null for one that may stand in the list.
 * @param wildcard a whole address in lower case, with `*` for any run of letters.
 */
export function checkWildcard(wildcard: string): string | null {
  const letters = wildcard.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters === 0) return "This would stop mail to everybody. Name an address or a domain.";
  if (letters < 3 && !/(?:^|[@.])[\p{L}\p{N}-]+(?:$|[@.])/u.test(wildcard))
    return "Too few letters: it would stop people whom nobody means. Three at least, or a whole part such as info@*.";
  const pattern = new RegExp(`^${wildcard.split("*").map(escaped).join(".*")}$`, "u");
  const last = (wildcard.split(/[*@]/).at(-1) ?? "").replace(/^\.+/, "");
  const whole = [...endings, ...(isEnding(last) ? [last] : [])].find((ending) => pattern.test(`${nobody}@${nobody}.${ending}`));
  return whole ? `This would stop everybody whose address ends in .${whole}. Name a domain below it.` : null;
}

const isEnding = (piece: string) => halfEnding.test(piece) || /^\p{L}{2,}$/u.test(piece);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
