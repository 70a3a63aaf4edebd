"use client";

import { LaterDots } from "@/app/ui/loading/later-dots";
import type { TemplateMenuOf } from "./open-template-menu";

const load = async () => (await import("./open-template-menu")).OpenTemplateMenu;

export function DeleteTemplate(props: TemplateMenuOf) {
  return <LaterDots label="More for this template" size={36} disabled={props.busy} about={props} load={load} />;
}
