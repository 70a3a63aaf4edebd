/** A test that shows it. `test`: its title, behind those of its describes where more than one bears it ("a > b"); `row`: the line of its table. */
export type Shown = { file: string; test: string; row?: string };

/** One way in which somebody else's product doubled, lost or mistimed mail; whoever was there told it in public. */
export type Case = { number: number; who: string; threads: string[]; happened: string } & (
  | { shown: Shown[] }
  | { cannot: string }
);
