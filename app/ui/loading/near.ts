type Load = () => Promise<unknown>;

/** Asks for what comes later before it is opened. Where the server is away, opening it says so. */
export function askAhead(load: Load): void {
  void load().catch(() => null);
}

/** For the button that opens it: asked for as the pointer or the focus comes near. */
export function near(load: Load) {
  const ask = () => askAhead(load);
  return { onPointerEnter: ask, onFocus: ask };
}
