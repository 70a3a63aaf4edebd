import { describeServer } from "./testing/describe-server";

describeServer(false);
