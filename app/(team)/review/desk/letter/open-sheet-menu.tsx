"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import { OpenDots } from "@/app/ui/loading/open-dots";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { writtenIn } from "./written-in";

/** Where a draft leads: its contact, its campaign, where it was written. */
export function OpenSheetMenu({ view }: { view: DraftView }) {
  return (
    <OpenDots label="More" size={28}>
      <Menu.Item component={Link} href={`/contacts/${view.contact.id}`}>
        Open <bdi>{view.contact.name}</bdi>
      </Menu.Item>
      {view.campaign && (
        <Menu.Item component={Link} href={`/campaigns/${view.campaign.id}`}>
          Open {view.campaign.name}
        </Menu.Item>
      )}
      {view.hand?.letterId && (
        <Menu.Item component={Link} href={writtenIn(view.hand).href}>
          {writtenIn(view.hand).name}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => void navigator.clipboard.writeText(location.href)}>Copy the link to this draft</Menu.Item>
    </OpenDots>
  );
}
