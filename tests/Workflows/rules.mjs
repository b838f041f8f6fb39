// What this repository asks of its workflows, beyond what GitHub does.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { findUnknown } from "./commands.mjs";

const PIN = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const VERSION = /^ v\d+\.\d+\.\d+$/;

/** The faults of a workflow, or of an action of this repository, as [{ line, message }]. */
export function findFaults(content, known) {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const faults = [];
  const fault = (node, message) => faults.push({ line: node?.range ? lines.linePos(node.range[0]).line : 1, message });
  if (!isMap(document.contents)) {
    return [{ line: 1, message: "is no mapping" }];
  }
  const jobs = document.get("jobs");
  if (isMap(jobs)) {
    checkWorkflow(document.contents, fault);
    jobs.items.forEach(({ key, value }) => isMap(value) && checkJob(key, value, fault));
  }
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === "steps" && isSeq(value)) {
        value.items.filter(isMap).forEach((step) => checkStep(step, known, fault));
      }
    },
  });
  return faults;
}

function checkWorkflow(workflow, fault) {
  const permissions = workflow.get("permissions", true);
  if (!isMap(permissions) || permissions.items.length > 0) {
    fault(permissions, "has no 'permissions: {}' at the top: a job is given what it needs, and no more");
  }
  if (workflow.getIn(["defaults", "run", "shell"]) !== "bash") {
    fault(workflow.get("defaults", true), "has no 'shell: bash' among its defaults: the shell without it ignores a failure in a pipe");
  }
  const on = workflow.get("on", true);
  const events = isMap(on) ? on.items.map(({ key }) => key.value) : isSeq(on) ? on.toJSON() : [on?.value];
  if (events.includes("pull_request_target")) {
    fault(on, "runs on pull_request_target, with rights, on what a stranger wrote");
  }
}

function checkJob(key, job, fault) {
  if (!job.has("permissions")) {
    fault(key, `job ${key.value} names no permissions`);
  }
  if (!job.has("timeout-minutes") && !job.has("uses")) {
    fault(key, `job ${key.value} has no timeout-minutes`);
  }
}

function checkStep(step, known, fault) {
  const [run, uses] = [step.get("run", true), step.get("uses", true)];
  if (uses && !String(uses.value).startsWith("./")) {
    checkAction(step, uses, fault);
  }
  if (run) {
    // Whatever is put into the text of a script is run by it. A variable is not.
    if (String(run.value).includes("${{")) {
      fault(run, "an expression in a script: hand it over as a variable, by env:");
    }
    if (known) {
      findUnknown(String(run.value), known).forEach((message) => fault(run, message));
    }
  }
}

function checkAction(step, uses, fault) {
  if (!PIN.test(uses.value)) {
    fault(uses, `${uses.value} is not pinned to the 40 digits of a commit`);
  } else if (!VERSION.test(uses.comment ?? "")) {
    fault(uses, `${uses.value} does not say which version that is: # v1.2.3`);
  }
  const name = uses.value.split("@")[0];
  const input = (key) => step.getIn(["with", key]);
  if (name === "actions/checkout") {
    if (input("persist-credentials") !== false) {
      fault(uses, "checkout leaves its token in the clone: persist-credentials: false");
    }
    if (/workflow_run\.head|pull_request\.head|head_ref/.test(input("ref") ?? "")) {
      fault(uses, "checkout takes the head of a pull request, which a stranger may have written");
    }
  }
  if (name.startsWith("actions/cache")) {
    if (name === "actions/cache") {
      fault(uses, "actions/cache also writes: take actions/cache/restore and actions/cache/save");
    }
    if (input("restore-keys") !== undefined) {
      fault(uses, "restore-keys brings what was made of something else");
    }
    if (name === "actions/cache/save" && !/github\.event_name/.test(step.get("if") ?? "")) {
      fault(uses, "the cache is written on every event: say in if: which ones may");
    }
  }
}
