"use client";

import { Button, Tabs } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { useAutosave } from "@/app/ui/act/use-autosave";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { MailPreview as Preview } from "@/lib/templates/preview-mail";
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
  warnings: { step: number; sentence: string }[];
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
  const step = setup.steps.find((one) => one.id === params.get("step")) ?? setup.steps[0] ?? null;
  const stepId = step?.id ?? null;

  const look = useCallback(async () => {
    if (!stepId) return setPreview(null);
    const result = await previewStepAction({ stepId, index }).catch(() => null);
    if (result?.ok) setPreview(result.data);
  }, [stepId, index]);
  // What is shown changes with the text, the mailbox and the list.
  const shown = `${stepId} ${step?.subject} ${step?.body} ${setup.senderAccountId} ${setup.listId}`;
  useEffect(() => {
    if (shown) void look();
  }, [look, shown]);

  const autosave = useAutosave<StepTexts & { stepId: string }>(editStepAction, () => router.refresh());
  const naming = useAutosave<{ campaignId: string; name: string }>(editCampaignAction, () => router.refresh());
  const choose = async (id: string) => {
    await autosave.flush();
    router.replace(`/campaigns/${setup.id}?step=${id}`, { scroll: false });
  };
  const testCopy = () =>
    stepId &&
    act(async () => {
      await autosave.flush();
      const result = await sendTestCopyAction({ stepId, index });
      if (result.ok) notifications.show({ message: `A test copy is on its way to ${result.data}` });
      return result;
    });
  const warnings = props.warnings.filter((one) => one.step === step?.order);
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
  const sheet = <StepPreview preview={preview} onIndex={setIndex} onTestCopy={mayEdit ? testCopy : null} busy={busy} />;
  return (
    <div className={classes.page}>
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
                if (result.ok) router.replace(`/campaigns/${setup.id}?step=${result.data}`, { scroll: false });
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
        <div className={classes.wide}>
          {form}
          {warnings.map((one) => (
            <p key={one.sentence} className={classes.warning}>
              {one.sentence}
            </p>
          ))}
        </div>
        <div className={classes.wide}>{sheet}</div>
        <Tabs defaultValue="text" className={classes.narrow} color="var(--ink)">
          <Tabs.List grow>
            <Tabs.Tab value="text">Text</Tabs.Tab>
            <Tabs.Tab value="mail">Mail</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="text">{form}</Tabs.Panel>
          <Tabs.Panel value="mail">{sheet}</Tabs.Panel>
        </Tabs>
      </div>
      <LaunchDialog campaignId={setup.id} opened={launching} onClose={() => setLaunching(false)} />
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
        <Button variant="subtle" color="gray" c="var(--ink)" size="compact-sm" onClick={() => onPick(each ? "launch" : "each")}>
          {each ? "Sign the templates once instead" : "Sign each mail by hand instead"}
        </Button>
      )}
    </div>
  );
}
