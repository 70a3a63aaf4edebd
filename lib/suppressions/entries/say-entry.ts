/** The columns of which one names whom an entry stops; none where the address was erased and only its hash is left. */
type Named = { emailNorm?: string | null; domain?: string | null; wildcard?: string | null };

/** An entry as people read it. */
export function sayEntry({ emailNorm, domain, wildcard }: Named): string {
  return emailNorm ?? domain ?? wildcard ?? "An erased address";
}
