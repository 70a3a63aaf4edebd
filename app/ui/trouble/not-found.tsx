"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { nameThing } from "./name-thing";
import { NotFoundText } from "./not-found-text";

/**
 * Nothing is here: said alike for what never was, what was removed and what is another team's. It asks no database,
 * because it is sent along with every page.
 */
export function NotFound() {
  return <NotFoundText thing={nameThing(usePathname())} Way={Link} />;
}
