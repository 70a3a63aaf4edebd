import { notifications, notificationsStore } from "@mantine/notifications";
import { type Said, ToastCard } from "./toast-card";

/** Says what was done, at once, in place of whatever was said before; said again under the same id, it changes in place. */
export function toast(words: string, { id = crypto.randomUUID(), ...said }: Said & { id?: string } = {}) {
  const gone = () => {
    hushToast(id);
    said.onGone?.();
  };
  const shown = {
    id,
    // The card says itself how it is spoken; what is around it would be an alert by itself.
    role: "presentation",
    message: <ToastCard words={words} said={said} onGone={gone} />,
  };
  if (notificationsStore.getState().notifications.some((one) => one.id === id)) notifications.update(shown);
  else {
    notifications.cleanQueue();
    notifications.clean();
    notifications.show(shown);
  }
}

/** Takes away what was said under this id, if it still stands there. */
export function hushToast(id: string) {
  notifications.hide(id);
}
