import { stopSigningAction } from "../../actions";
import type { Desk } from "../use-desk";

/** Stops an order to sign all where it is. */
export async function stopSigning(desk: Pick<Desk, "run" | "readAnew" | "current">, jobId: string) {
  await desk.run(() => stopSigningAction({ jobId }), null);
  await desk.readAnew(desk.current);
}
