/** Every table, for Drizzle's query builder and its migration generator. */
export * from "./analytics";
export * from "./attempts";
export * from "./campaigns";
export * from "./contacts";
export * from "./differences";
export * from "./drafts";
export * from "./events";
export * from "./letters";
export * from "./limits";
export * from "./replies";
export * from "./senders";
export * from "./sending";
export * from "./shown";
export * from "./suppressions";
export * from "./teams";
export * from "./templates";
