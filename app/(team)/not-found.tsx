import { NotFound } from "@/app/ui/trouble/not-found";

/** What is not there and what is another team's look the same. */
export default function TeamNotFound() {
  return <NotFound />;
}
