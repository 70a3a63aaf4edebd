/** A run is started so long before its mail: longer than any pause between two looks at a campaign, short enough that few runs stand ready. */
export const aheadMinutes = 5;

/** Whether a mail's run is to be started now. */
export function isSoon(slot: Date, now: Date): boolean {
  return slot.getTime() <= now.getTime() + aheadMinutes * 60_000;
}
