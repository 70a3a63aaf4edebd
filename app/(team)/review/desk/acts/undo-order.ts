type Act = { ids: string[] };

/** How many acts ⌘Z goes back. */
const most = 50;

/** What can be taken back, with one more act at its end. */
export function addAct<Kind extends Act>(past: Kind[], act: Kind): Kind[] {
  return [...past, act].slice(-most);
}

/** What can be taken back, without what was done with this draft alone. */
export function dropDraft<Kind extends Act>(past: Kind[], draftId: string): Kind[] {
  return past.filter((act) => !isOf(act, draftId));
}

/** Whether an act was one with this draft alone. */
export function isOf(act: Act, draftId: string): boolean {
  return act.ids.length === 1 && act.ids[0] === draftId;
}
