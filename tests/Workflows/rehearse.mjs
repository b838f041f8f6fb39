// Runs the jobs of a workflow on this machine: node rehearse.mjs WORKFLOW EVENT_FILE --source REPOSITORY --work FOLDER [options]
//   EVENT_FILE        what GitHub tells of the event, as JSON; its name tells which: push.json, workflow_dispatch.json
//   --source FOLDER   the repository; its HEAD is what is checked out
//   --work FOLDER     where clones, artifacts and logs lie; what is there of an earlier rehearsal is removed
//   --until STEP      ends after the step of this name
//   --path FOLDER     programs that stand before those of this machine, such as a gh that only writes down what it is asked
//   --keep            keeps the clones of jobs that succeeded
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { fill, holds } from "./expressions.mjs";
import { runJob } from "./job.mjs";
import { expand } from "./matrix.mjs";

const text = (name) => ({ [name]: { type: "string" } });
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...text("source"), ...text("work"), ...text("until"), ...text("path"), keep: { type: "boolean" } },
});
if (positionals.length !== 2 || !options.source || !options.work) {
  console.error("Type: node rehearse.mjs WORKFLOW EVENT_FILE --source REPOSITORY --work FOLDER [--until STEP] [--path FOLDER] [--keep]");
  process.exit(2);
}

const [workflowFile, eventFile] = positionals.map((path) => resolve(path));
const [source, work] = [resolve(options.source), resolve(options.work)];
const workflow = parse(readFileSync(workflowFile, "utf8"));
const event = JSON.parse(readFileSync(eventFile, "utf8"));
for (const name of ["jobs", "artifacts", "logs"]) {
  rmSync(join(work, name), { recursive: true, force: true });
}

const github = {
  event,
  event_name: basename(eventFile).split(".")[0],
  ref: event.ref ?? "refs/heads/main",
  repository: event.repository?.full_name ?? "owner/repository",
  server_url: "https://github.com",
  sha: execFileSync("git", ["rev-parse", "HEAD"], { cwd: source, encoding: "utf8" }).trim(),
  token: "none",
  workflow: workflow.name,
};
const base = { github, inputs: inputsOf(workflow, event) };
const shared = { ...options, source, work, eventFile, workflow, shell: workflow.defaults?.run?.shell };
const done = {};
let isEnded = false;
for (const name of inOrder(workflow.jobs)) {
  done[name] = isEnded ? { result: "skipped", outputs: {} } : runJobs(name, workflow.jobs[name]);
}
const failed = Object.keys(done).filter((name) => done[name].result === "failure");
console.log(failed.length === 0 ? "No job failed." : `Failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

// A job, or the jobs of its matrix.
function runJobs(name, job) {
  const needs = Object.fromEntries([job.needs ?? []].flat().map((needed) => [needed, done[needed]]));
  // As on GitHub, a job that was skipped anywhere before counts as no success, unless if: speaks of failures itself.
  const before = ancestors(name).map((needed) => done[needed].result);
  const status = before.every((result) => result === "success") ? "success" : before.includes("failure") ? "failure" : "skipped";
  const scope = { ...base, needs, status };
  if (!holds(job.if, scope)) {
    console.log(`${name}: skipped, as its condition does not hold`);
    return { result: "skipped", outputs: {} };
  }
  const combinations = job.strategy ? expand(fill(job.strategy.matrix, scope)) : [{}];
  const ends = combinations.map((matrix, index) => {
    if (isEnded) {
      return { result: "skipped", outputs: {} };
    }
    const strategy = { "job-index": index, "job-total": combinations.length };
    const label = job.strategy ? `${name} ${Object.values(matrix)[0]}` : name;
    const inner = { ...base, needs, matrix, strategy };
    const reason = missing(job, inner);
    if (reason) {
      console.log(`${label}: not rehearsed: ${reason}`);
      return { result: "success", outputs: {} };
    }
    const end = runJob({ id: job.strategy ? `${name}-${index}` : name, label, job, scope: inner }, shared);
    isEnded ||= end.isLast;
    return end.result === "failure" && fill(job["continue-on-error"], inner) ? { ...end, result: "success" } : end;
  });
  return {
    result: ends.some((end) => end.result === "failure") ? "failure" : "success",
    outputs: Object.assign({}, ...ends.map((end) => end.outputs)),
  };
}

// What a job needs that this machine has not.
function missing(job, scope) {
  const system = String(fill(job["runs-on"], scope));
  if (!/^ubuntu-[\d.a-z]+$/.test(system) || /-arm$/.test(system)) {
    return `it runs on ${system}`;
  }
  const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right === "write").map(([name]) => name);
  return rights.length > 0 && !options.path ? `it needs the rights to write ${rights.join(", ")}` : undefined;
}

function inOrder(jobs) {
  const order = [];
  const visit = (name) => {
    if (!order.includes(name)) {
      [jobs[name].needs ?? []].flat().forEach(visit);
      order.push(name);
    }
  };
  Object.keys(jobs).forEach(visit);
  return order;
}

function ancestors(name) {
  const parents = [workflow.jobs[name].needs ?? []].flat();
  return [...new Set([...parents, ...parents.flatMap(ancestors)])];
}

function inputsOf({ on }, { inputs = {} }) {
  const declared = Object.entries(on?.workflow_dispatch?.inputs ?? {});
  return github.event_name !== "workflow_dispatch" ? {}
    : { ...Object.fromEntries(declared.map(([name, input]) => [name, input?.default ?? ""])), ...inputs };
}
