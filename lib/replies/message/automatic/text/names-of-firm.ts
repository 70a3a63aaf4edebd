const least = 4;

/**
 * The names a firm may go by in a text, read from the address of somebody who writes from it, as the source of an expression:
 * copperbeech.example is "Copper Beech", "Copper-Beech" or "CopperBeech".
 */
export function namesOfFirm(address: string | null): string | null {
  const label = address?.split("@")[1]?.toLowerCase().split(".").at(-2)?.slice(0, 63) ?? "";
  const names = [label.replaceAll("-", ""), ...label.split("-")].filter((name) => name.length >= least);
  const sources = [...new Set(names)].map((name) =>
    name
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/ae|oe|ue|ss|./gu, (letters) => `(?:${letters}${spelled[letters] ? `|${spelled[letters]}` : ""})[\\s&.'-]{0,3}`)
      .replace(/\[[^\]]*\]\{0,3\}$/, ""),
  );
  return sources.length > 0 ? `(?:${sources.join("|")})` : null;
}

const spelled: Record<string, string> = { ae: "a", oe: "o", ue: "u", ss: "ß" };
