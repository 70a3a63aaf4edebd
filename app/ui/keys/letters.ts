const name = "countersign-letters";

/** Whether this person switched single letters off: somebody who speaks to the computer would set them off by talking. */
export function lettersRest(): boolean {
  try {
    return localStorage.getItem(name) === "off";
  } catch {
    // A browser that keeps nothing: letters work.
    return false;
  }
}

export function restLetters(rest: boolean): void {
  try {
    localStorage.setItem(name, rest ? "off" : "on");
  } catch {
    // As above: the choice then holds for no longer than the page.
  }
}
