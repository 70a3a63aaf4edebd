const begin = "countersign-typed ";
const owner = "countersign-typed-by";

/**
 * What was typed and is not kept by the server yet, by page and field: it outlives a reload, a newer version and a sign-in in the same tab. It
 * is of one person: whoever else signs in there finds nothing of it.
 */
export const keepTyped = {
  /** Says whose page this is, before anything is read. */
  of(memberId: string): void {
    within((store) => {
      if (store.getItem(owner) !== memberId) for (const name of namesIn(store)) store.removeItem(name);
      store.setItem(owner, memberId);
    });
  },
  read<T>(name: string): T | null {
    const text = within((store) => store.getItem(begin + name));
    try {
      return text ? (JSON.parse(text) as T) : null;
    } catch {
      // Written by something else: the server's text is all there is.
      return null;
    }
  },
  write(name: string, typed: unknown): void {
    within((store) => store.setItem(begin + name, JSON.stringify(typed)));
  },
  drop(name: string): void {
    within((store) => store.removeItem(begin + name));
  },
};

function namesIn(store: Storage): string[] {
  return Array.from({ length: store.length }, (_, place) => store.key(place) ?? "").filter((name) => name.startsWith(begin));
}

/** A browser that keeps nothing, or no more, throws: what was typed then lives as long as the page. */
function within<T>(use: (store: Storage) => T): T | null {
  if (typeof window === "undefined") return null;
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
