import { lettersRest } from "./letters";

/** Whether a key belongs to a text somebody writes, or letters are switched off: they rest then. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    lettersRest() ||
    target.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
    target.closest('[role="dialog"], [role="menu"]') !== null
  );
}
