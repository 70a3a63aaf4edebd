"use client";

import { useAct } from "@/app/ui/act/use-act";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import { archiveContactsAction, restoreContactsAction } from "../actions";
import { ChoiceBar } from "../choice-bar";
import { sayStayed } from "./say-stayed";

type Props = {
  choice: string[] | { all: true; search?: string | undefined };
  count: number;
  total: number;
  onAll: () => void;
  onClear: () => void;
};

/** Brings those chosen back among the contacts, with a way back. */
export function ArchivedBar({ choice, count, total, onAll, onClear }: Props) {
  const { act, busy, problem } = useAct();
  const takeBack = (restoring: string) =>
    act(async () => {
      const again = await archiveContactsAction({ choice: { act: restoring } });
      if (again.ok) toast(`${sayCount(again.data.archived, "person is", "people are")} archived again.${sayStayed(again.data)}`);
      return again;
    });
  const restore = () =>
    act(async () => {
      const done = await restoreContactsAction({ choice });
      if (done.ok) {
        const { restored, act: restoring } = done.data;
        const back = `${sayCount(restored, "person is", "people are")} back among the contacts.`;
        toast(restored > 0 ? back : "They were back already.", {
          back: restored > 0 ? () => takeBack(restoring) : undefined,
          backKey: restored > 0 ? "Z" : undefined,
        });
        onClear();
      }
      return done;
    });
  return (
    <ChoiceBar count={count} total={total} busy={busy} problem={problem} onAll={onAll} onClear={onClear}>
      <button type="button" disabled={busy} onClick={restore}>
        Restore
      </button>
    </ChoiceBar>
  );
}
