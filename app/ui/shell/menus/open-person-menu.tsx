"use client";

import type { MenuButton } from "./later-menu";
import { OpenMenu } from "./open-menu";
import { PersonItems } from "./person-items";

export function OpenPersonMenu({ email, ...button }: MenuButton & { email: string }) {
  return (
    <OpenMenu {...button} position="top-start" width={220}>
      <PersonItems email={email} />
    </OpenMenu>
  );
}
