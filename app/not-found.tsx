import { headers } from "next/headers";
import classes from "@/app/ui/trouble/alone.module.css";
import { nameThing } from "@/app/ui/trouble/name-thing";
import { NotFoundText } from "@/app/ui/trouble/not-found-text";

/** Outside the frame: for who has not signed in. */
export default async function PublicNotFound() {
  const [path = "/"] = ((await headers()).get("x-countersign-path") ?? "/").split("?");
  return (
    <main className={classes.alone}>
      <NotFoundText thing={nameThing(path)} Way="a" />
    </main>
  );
}
