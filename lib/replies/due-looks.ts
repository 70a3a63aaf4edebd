/**
 * When mailboxes are asked within a minute, in milliseconds since 1970: at every multiple of `everySeconds`, so that nothing has to be
 * remembered from one minute to the next, whether looks are rarer than minutes or not.
 */
export function dueLooks(now: number, everySeconds: number): number[] {
  const minute = Math.floor(now / 60_000) * 60_000;
  const every = everySeconds * 1000;
  const dues: number[] = [];
  for (let due = Math.ceil(minute / every) * every; due < minute + 60_000; due += every) dues.push(due);
  return dues;
}
