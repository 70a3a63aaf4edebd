import clsx from "clsx";
import type { ReactNode } from "react";
import look from "@/app/ui/look/look.module.css";

/** What went wrong, said where it did; nothing where nothing did. `ground`: on its own ground, where it would be overlooked. */
export function Problem({
  children,
  ground,
  className,
}: {
  children: ReactNode;
  ground?: boolean;
  className?: string | undefined;
}) {
  if (!children) return null;
  return (
    <p className={clsx(ground ? look.trouble : look.wrong, className)} role="alert">
      {children}
    </p>
  );
}
