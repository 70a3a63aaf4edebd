"use client";

import { Tabs } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft } from "@tabler/icons-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { toast } from "@/app/ui/toast/toast";
import type { StepPreview as Preview } from "@/lib/campaigns/setup/preview-step";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import {
  addStepAction,
  deleteCampaignAction,
  editCampaignAction,
  editStepAction,
  moveStepAction,
  previewStepAction,
  removeStepAction,
  sendTestCopyAction,
  startFromTemplateAction,
} from "./actions";
import { LaunchDialog } from "./launch-dialog";
import { RulesSentence } from "./rules-sentence";
import classes from "./setup.module.css";
import { SetupHead } from "./setup-head";
import { StepForm, type StepTexts } from "./step-form";
import { StepList } from "./step-list";
import { StepPreview } from "./step-preview";

type Props = {
  setup: Setup;
  outcome: string;
  zones: string[];
  timezone: string;
  /** Fields of a step that are empty for `count` of those who would be mailed. */
  warnings: { step: number; field: string; count: number; of: number }[];
  modelConfigured: boolean;
  mayEdit: boolean;
};

/** Set-up of a campaign that was not launched: rules, steps, and the mail for a chosen person; all saved by itself. */
export function SetupPage(props: Props) {
  const { setup, mayEdit } = props;
  const router = useRouter();
  const params = useSearchParams();
  const { act, busy, problem } = useAct();
  const [launching, setLaunching] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [index, setIndex] = useState(1);
  const [half, setHalf] = useState<string | null>("text");
  const step = setup.steps.find((one) => one.id === params.get("step")) ?? setup.steps[0] ?? null;
  const stepId = step?.id ?? null;
  // On a phone a step is a page of its own; beside the list it is simply the one chosen.
  const opened = params.has("step");

  const look = useCallback(async () => {
    if (!stepId) return setPreview(null);
    const result = await previewStepAction({ stepId, index }).catch(() => null);
    if (result?.ok) setPreview(result.data);
  }, [stepId, index]);
  // What is shown changes with the text, the mailbox and the list.
  const shown = JSON.stringify([setup.steps, setup.rules, setup.senderAccountId, setup.listId]);
  useEffect(() => {
    if (shown) void look();
  }, [look, shown]);

  const autosave = useAutosave<StepTexts & { stepId: string }>(editStepAction, () => router.refresh());
  const naming = useAutosave<{ campaignId: string; name: string }>(editCampaignAction, () => router.refresh());
  const choose = async (id: string) => {
    // The page has every step already, so that the server is not asked. One way back, however many are looked at.
    const address = `/campaigns/${setup.id}?step=${id}`;
    if (opened) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    await autosave.flush();
  };
  const testCopy = () =>
    stepId &&
    act(async () => {
      await autosave.flush();
      const result = await sendTestCopyAction({ stepId, index });
      if (result.ok) toast(`A test copy is on its way to ${result.data}`);
      return result;
    });
  const warning = props.warnings
    .filter((one) => one.step === step?.order)
    .map((one) => (
      <p key={one.field} className={classes.warning}>
        <IconAlertTriangle size={18} stroke={1.7} color="var(--wait-mark)" aria-hidden />
        <span>
          <strong>
            {one.count.toLocaleString("en")} of {one.of.toLocaleString("en")} {one.count === 1 ? "has" : "have"} no {one.field},
          </strong>{" "}
          so this step waits for them until it is filled or has a fallback. Click the field to give it one.
        </span>
      </p>
    ));
  const saved = [autosave.saved, naming.saved].reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), null);

  const form = step && (
    <StepForm
      setup={setup}
      step={step}
      modelConfigured={props.modelConfigured}
      mayEdit={mayEdit}
      problem={autosave.problem}
      onChange={(change) => autosave.change({ stepId: step.id, ...change })}
      onMove={(by) => act(() => moveStepAction({ stepId: step.id, by }))}
      onRemove={() => act(() => removeStepAction({ stepId: step.id }))}
      onTestCopy={testCopy}
      onStart={(templateId) =>
        act(async () => {
          await autosave.flush();
          return startFromTemplateAction({ stepId: step.id, templateId });
        })
      }
    />
  );
  const sheet = (
    <StepPreview
      preview={preview}
      timezone={props.timezone}
      onIndex={setIndex}
      onTestCopy={mayEdit ? testCopy : null}
      busy={busy}
    />
  );
  return (
    <div className={classes.page} data-step-open={opened || undefined}>
      <SetupHead
        name={setup.name}
        mayEdit={mayEdit}
        saved={saved}
        pending={autosave.pending || naming.pending}
        onName={(name) => naming.change({ campaignId: setup.id, name })}
        onDelete={() =>
          act(
            () => deleteCampaignAction({ campaignId: setup.id }),
            () => router.push("/campaigns"),
          )
        }
        onLaunch={async () => {
          await Promise.all([autosave.flush(), naming.flush()]);
          setLaunching(true);
        }}
      />
      <RulesSentence setup={setup} outcome={props.outcome} zones={props.zones} mayEdit={mayEdit} />
      {(problem ?? naming.problem) && (
        <p className={classes.problem} role="alert">
          {problem ?? naming.problem}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.left}>
          <StepList
            steps={setup.steps}
            chosen={stepId}
            warned={new Set(props.warnings.map((one) => one.step))}
            templates={setup.templates}
            mayEdit={mayEdit}
            busy={busy}
            onChoose={choose}
            onAdd={(templateId) =>
              act(async () => {
                const result = await addStepAction({ campaignId: setup.id, templateId });
                if (result.ok) await choose(result.data);
                return result;
              })
            }
            onDelay={(id, delay) => act(() => editStepAction({ stepId: id, ...delay }))}
          />
          <ReviewMode
            setup={setup}
            mayEdit={mayEdit && !busy}
            onPick={(reviewMode) => act(() => editCampaignAction({ campaignId: setup.id, reviewMode }))}
          />
        </div>
        {/* Mounted once: the style sheet shows both where there is room, else the one whose tab is chosen. */}
        <Tabs value={half} onChange={setHalf} color="var(--ink)" className={classes.step ?? ""}>
          <button
            type="button"
            className={classes.toList}
            onClick={() => window.history.replaceState(null, "", `/campaigns/${setup.id}`)}
          >
            <IconChevronLeft size={18} stroke={1.7} aria-hidden /> All steps
          </button>
          <Tabs.List grow className={classes.tabs ?? ""}>
            <Tabs.Tab value="text">Text</Tabs.Tab>
            <Tabs.Tab value="mail">Mail</Tabs.Tab>
          </Tabs.List>
          <div role="tabpanel" aria-label="Text" className={classes.panel} data-away={half !== "text" || undefined}>
            {form}
            {warning}
          </div>
          <div role="tabpanel" aria-label="Mail" className={classes.panel} data-away={half !== "mail" || undefined}>
            {sheet}
          </div>
        </Tabs>
      </div>
      <LaunchDialog
        campaignId={setup.id}
        opened={launching}
        onClose={() => setLaunching(false)}
        onStep={(id) => {
          setLaunching(false);
          void choose(id);
        }}
      />
    </div>
  );
}

function ReviewMode({ setup, mayEdit, onPick }: { setup: Setup; mayEdit: boolean; onPick: (mode: "each" | "launch") => void }) {
  const each = setup.reviewMode === "each";
  return (
    <div className={classes.reviewMode}>
      <strong>{each ? "Each mail is signed by hand" : "Launching signs the templates"}</strong>
      <p>
        {each ? "All first mails wait in Review at launch." : "Mails leave without another look, exactly as the templates say."}
      </p>
      {mayEdit && (
        <button type="button" className={classes.inline} onClick={() => onPick(each ? "launch" : "each")}>
          {each ? "Sign the templates once instead" : "Sign each mail by hand instead"}
        </button>
      )}
    </div>
  );
}
