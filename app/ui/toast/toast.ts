import { readShown, show } from "./shown";
import type { Said } from "./toast-card";

/** Says what was done, at once, in place of whatever was said before; said again under the same id, it changes in place. */
export function toast(words: string, { id = crypto.randomUUID(), ...said }: Said & { id?: string } = {}) {
  const onGone = () => {
    hushToast(id);
    said.onGone?.();
  };
  show({ id, words, said, onGone });
}

/** Takes away what was said under this id, if it still stands there. */
export function hushToast(id: string) {
  if (readShown()?.id === id) show(null);
}
