import { Moment } from "@/app/ui/words/moment";
import type { OtherAddress } from "@/lib/contacts/addresses/read-other-addresses";
import classes from "./contact.module.css";
import { NotTheirs } from "./not-theirs";

type Props = { addresses: OtherAddress[]; timezone: string; mayEdit: boolean };

/** By what addresses the person is known besides the one that mail goes to. */
export function OtherAddresses({ addresses, timezone, mayEdit }: Props) {
  return (
    <section>
      <h2>Other addresses</h2>
      <ul className={classes.addresses}>
        {addresses.map(({ id, address, kind, since, by }) => (
          <li key={id}>
            <span>{address}</span>
            <small>
              {kind === "former" ? "the address before, known since" : "answers from, since"}{" "}
              <Moment at={since} timeZone={timezone} />
              {by && `, by ${by}`}
            </small>
            {mayEdit && <NotTheirs addressId={id} address={address} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
