import classes from "@/app/ui/trouble/alone.module.css";
import { NotFound } from "@/app/ui/trouble/not-found";

/** Outside the frame: for who has not signed in. */
export default function PublicNotFound() {
  return (
    <main className={classes.alone}>
      <NotFound />
    </main>
  );
}
