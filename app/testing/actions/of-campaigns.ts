import { markOf } from "@/lib/campaigns/setup/view-step";
import type { Lines } from "./world";

/** What stands in the campaign and the step of a world, as their page knows it. */
const rules = {
  windowStart: "09:00:00",
  windowEnd: "18:00:00",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  timeZone: "UTC",
  dailyLimit: 50,
  spacingSeconds: 120,
};
const step = {
  name: "One",
  subject: "s",
  body: markOf("b"),
  delayDays: 0,
  delayHours: 0,
  delayMinutes: 0,
  writtenBy: "template",
  templateId: null,
};

export const ofCampaigns: Lines = {
  editCampaignAction: [
    "member",
    (w) => ({
      campaignId: w.campaigns,
      name: "New name",
      listId: w.contact_lists,
      senderAccountId: w.sender_accounts,
      reviewMode: "each",
      from: { name: "Setup", listId: null, senderAccountId: null, reviewMode: "each" },
      desk: "thisdesk",
    }),
  ],
  editRulesAction: [
    "member",
    (w) => ({
      campaignId: w.campaigns,
      windowStart: "9:00",
      windowEnd: "17:00",
      days: ["monday"],
      timeZone: "Europe/Berlin",
      dailyLimit: 10,
      spacingSeconds: 60,
      from: { ...rules },
      desk: "thisdesk",
    }),
  ],
  editAnswerRulesAction: [
    "member",
    (w) => ({
      campaignId: w.campaigns,
      awayDays: 14,
      replyStops: "company",
      from: { awayDays: 7, replyStops: "person" },
      desk: "thisdesk",
    }),
  ],
  // Added already, as where no answer came: it is there once.
  addStepAction: ["member", (w) => ({ campaignId: w.campaigns, stepId: w.campaign_sequences, templateId: w.email_templates })],
  startFromTemplateAction: ["member", (w) => ({ stepId: w.campaign_sequences, templateId: w.email_templates, desk: "thisdesk" })],
  editStepAction: [
    "member",
    (w) => ({
      stepId: w.campaign_sequences,
      name: "Step",
      subject: "Hello",
      body: "<p>Hi</p>",
      delayDays: 1,
      delayHours: 1,
      delayMinutes: 1,
      writtenBy: "template",
      templateId: w.email_templates,
      from: step,
      desk: "thisdesk",
    }),
  ],
  moveStepAction: ["member", (w) => ({ stepId: w.campaign_sequences, by: 1, seenAt: 1 })],
  previewStepAction: ["viewer", (w) => ({ stepId: w.campaign_sequences, index: 1 })],
  sendTestCopyAction: ["member", (w) => ({ stepId: w.campaign_sequences, index: 1 })],
  createCampaignAction: ["member", (w) => ({ name: "Another", listId: w.contact_lists })],
  showLaunchAction: ["member", (w) => ({ campaignId: w.campaigns })],
  launchCampaignAction: ["member", (w) => ({ campaignId: w.campaigns, viewId: w.launch_views })],
  pauseCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  resumeCampaignAction: ["member", (w) => ({ campaignId: w.campaigns, pauseId: w.campaign_pauses, digest: "0a.1b" })],
  completeCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  duplicateCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  archiveCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  restoreCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  stopContactAction: ["member", (w) => ({ campaignContactId: w.campaign_contacts })],
  takeBackStopAction: ["member", (w) => ({ campaignContactId: w.campaign_contacts })],
  removeStepAction: ["member", (w) => ({ stepId: w.campaign_sequences })],
  deleteCampaignAction: ["member", (w) => ({ campaignId: w.campaigns })],
  takeBackRemovedAction: ["member", (w) => ({ removalId: w.removed_campaign, removedId: w.removed })],
  createTemplateAction: ["member", () => ({})],
  editTemplateAction: ["member", (w) => ({ templateId: w.email_templates, name: "T", subject: "S", body: "<p>B</p>" })],
  switchTemplateAction: ["member", (w) => ({ templateId: w.email_templates, on: false })],
  deleteTemplateAction: ["member", (w) => ({ templateId: w.email_templates })],
  takeBackTemplateAction: ["member", (w) => ({ removalId: w.removed_template, removedId: w.removed })],
  previewTemplateAction: ["viewer", (w) => ({ templateId: w.email_templates, listId: w.contact_lists, index: 1 })],
};
