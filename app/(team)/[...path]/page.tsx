import { notFound } from "next/navigation";

/** Every address nothing answers to, so that "not found" stands inside the frame, with the pulse beside it. */
export default function NoSuchPage() {
  notFound();
}
