/** What Space presses by itself. */
export function isPressable(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest("button, a, summary, input") !== null;
}

/** A screen less a few lines, as Space scrolls a page. */
export function scrollOn(stage: HTMLElement | null) {
  stage?.scrollBy(0, stage.clientHeight - 80);
}
