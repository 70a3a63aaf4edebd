import { toast } from "@/app/ui/toast/toast";

/** Says what resuming does, from wherever it was pressed. */
export function sayResumed(name: string) {
  toast(`${name} goes on. Signed mails get new slots, spread from now on.`);
}
