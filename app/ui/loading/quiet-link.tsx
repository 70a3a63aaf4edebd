"use client";

import Link from "next/dist/client/app-dir/link";
import type { ComponentProps } from "react";

export { useLinkStatus } from "next/dist/client/app-dir/link";

/**
 * What `next/link` is in our builds (next.config.ts): a link that fetches nothing before it is followed. Every page is made for its reader in
 * the moment it is opened, so there is nothing to keep, and each time a page reads itself anew every link in sight would be asked for again.
 */
export default function QuietLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
