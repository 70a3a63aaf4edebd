"use client";

import { type Ref, type RefObject, useLayoutEffect } from "react";

type Props = { button: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> };

/** Within a `Target` of Mantine, for a button that is on the page already: what opens is placed at it, and it keeps the focus it has. */
export function AtButton({ button, ref }: Props) {
  useLayoutEffect(() => {
    if (typeof ref !== "function") return;
    ref(button.current);
    return () => void ref(null);
  }, [button, ref]);
  return null;
}
