import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Not found" };

/** Every address nothing answers to, so that "not found" stands inside the frame, with the pulse beside it. */
export default function NoSuchPage() {
  notFound();
}
