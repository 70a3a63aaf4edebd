import { actsUnderWay } from "./hold-requests";

/** Fields that somebody typed into since the page began. */
const typedInto = new Set<EventTarget>();
const field = "input, textarea, select, [contenteditable='true']";

/** Notes which fields are typed into. @returns what ends it. */
export function watchTyping(): () => void {
  const note = (event: Event) => event.target && typedInto.add(event.target);
  document.addEventListener("input", note, { capture: true });
  return () => {
    document.removeEventListener("input", note, { capture: true });
    typedInto.clear();
  };
}

/** Whether nobody would miss anything if the page began anew: nothing is typed, open or on its way, and no caret stands in a field. */
export function mayReload(): boolean {
  for (const element of typedInto) if (!(element as Element).isConnected) typedInto.delete(element);
  const isBusy = typedInto.size > 0 || document.activeElement?.matches(field) || actsUnderWay() > 0;
  return !isBusy && document.querySelector("[role='dialog'], [role='alertdialog'], [role='menu'], dialog[open]") === null;
}
