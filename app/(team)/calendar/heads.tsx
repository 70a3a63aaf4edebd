import classes from "./list.module.css";

/** The columns of mails that have their time, or had one: those that were cancelled show neither seal nor order. */
export function Heads({ cancelled = false }: { cancelled?: boolean }) {
  return (
    <thead>
      <tr>
        {cancelled ? (
          <th scope="col" className={classes.leaves}>
            Was to leave
          </th>
        ) : (
          <th scope="col" className={classes.leaves} aria-sort="ascending">
            Leaves <span aria-hidden>↑</span>
          </th>
        )}
        {!cancelled && (
          <th scope="col" className={classes.seal}>
            <span className={classes.spoken}>Signed</span>
          </th>
        )}
        <th scope="col" className={classes.to}>
          To
        </th>
        <th scope="col" className={classes.subject}>
          Subject
        </th>
        <th scope="col" className={classes.from}>
          From
        </th>
        <th scope="col" className={classes.by}>
          By
        </th>
        <th scope="col">{cancelled ? "Cancelled" : "Why then"}</th>
      </tr>
    </thead>
  );
}
