/** A menu has letters of its own. */
export function isInMenu(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
}

/** What Space presses by itself. */
export function isPressable(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest("button, a, summary, input") !== null;
}

/** A screen less a few lines, as Space scrolls a page. */
export function scrollOn(stage: HTMLElement | null) {
  stage?.scrollBy(0, stage.clientHeight - 80);
}
