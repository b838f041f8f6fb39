// One job: its steps in order, in a folder of its own.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { emulated } from "./actions.mjs";
import { fill, holds } from "./expressions.mjs";

const SHELLS = {
  bash: (file) => ["bash", "--noprofile", "--norc", "-eo", "pipefail", file],
  pwsh: (file) => ["pwsh", "-command", `. '${file}'`],
  undefined: (file) => ["bash", "-e", file],
};

/** Runs a job. @returns { result, outputs, isLast }: its result, and whether the step where the rehearsal ends was in it. */
export function runJob({ id, label, job, scope }, shared) {
  const folder = join(shared.work, "jobs", id);
  const run = {
    ...shared, label, scope, folder, shell: job.defaults?.run?.shell ?? shared.shell,
    workspace: join(folder, "workspace"), temp: join(folder, "temp"), log: join(shared.work, "logs", `${id}.log`),
    artifacts: join(shared.work, "artifacts"), cache: join(shared.work, "cache"), sha: scope.github.sha,
    summary: join(shared.work, "logs", `${id}.summary.md`), status: "success", isLast: false, added: {}, paths: [],
  };
  [run.workspace, run.temp, join(shared.work, "logs")].forEach((path) => mkdirSync(path, { recursive: true }));
  writeFileSync(run.log, "");
  writeFileSync(run.summary, "");
  const env = texts(fill(shared.workflow.env ?? {}, scope));
  const outer = { ...scope, env: { ...env, ...texts(fill(job.env ?? {}, { ...scope, env })) } };
  const steps = runSteps(job.steps, outer, run);
  const outputs = run.isLast ? {} : fill(job.outputs ?? {}, { ...outer, steps });
  if (run.status === "success" && !shared.keep) {
    rmSync(folder, { recursive: true, force: true });
  }
  return { result: run.status, outputs, isLast: run.isLast };
}

// The outputs and outcomes of steps by id; what fails is remembered in run.status.
function runSteps(steps, scope, run) {
  const known = {};
  for (const step of steps) {
    const inner = {
      ...scope, steps: known, status: run.status, workspace: run.workspace, job: { status: run.status },
      runner: { os: "Linux", arch: "X64", temp: run.temp },
    };
    inner.env = { ...scope.env, ...run.added };
    inner.github = { ...scope.github, workspace: run.workspace };
    const name = step.name ?? step.id ?? step.uses ?? step.run.split("\n")[0];
    const end = !run.isLast && holds(step.if, inner) ? runStep(step, name, inner, run) : { outcome: "skipped", outputs: {} };
    if (step.id) {
      known[step.id] = end;
    }
    run.isLast ||= run.until !== undefined && name === run.until;
  }
  return known;
}

function runStep(step, name, scope, run) {
  const began = Date.now();
  const inner = { ...scope, env: { ...scope.env, ...texts(fill(step.env ?? {}, scope)) } };
  appendFileSync(run.log, `\n## ${name}\n`);
  const { code, outputs = {}, note } = step.uses ? runAction(step, inner, run) : runScript(step, inner, run);
  const isForgiven = code !== 0 && step["continue-on-error"];
  const seconds = step.uses ? "" : `, ${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.log(`${run.label} / ${name}: exit code ${code}${seconds}${note ? ` (${note})` : ""}${isForgiven ? ", goes on" : ""}`);
  if (code !== 0 && !isForgiven) {
    run.status = "failure";
    const tail = readFileSync(run.log, "utf8").trimEnd().split("\n").slice(-25);
    console.log(tail.map((line) => `    ${line}`).join("\n"));
  }
  return { outcome: code === 0 ? "success" : "failure", conclusion: code === 0 || isForgiven ? "success" : "failure", outputs };
}

function runAction(step, scope, run) {
  const input = fill(step.with ?? {}, scope);
  if (step.uses.startsWith("./")) {
    const action = parse(readFileSync(resolve(run.workspace, step.uses, "action.yml"), "utf8"));
    const inputs = Object.fromEntries(Object.entries(action.inputs ?? {}).map(([key, { default: value }]) => [key, input[key] ?? value]));
    const before = run.status;
    const steps = runSteps(action.runs.steps, { ...scope, inputs }, run);
    const outputs = Object.fromEntries(Object.entries(action.outputs ?? {}).map(([key, { value }]) => [key, fill(value, { ...scope, steps })]));
    return { code: before === run.status ? 0 : 1, outputs };
  }
  const action = emulated[step.uses.split("@")[0]];
  try {
    return action ? action({ input, job: run }) : { code: 0, note: "not rehearsed" };
  } catch (error) {
    appendFileSync(run.log, `${error.stderr ?? error.stack}\n`);
    return { code: 1 };
  }
}

function runScript(step, scope, run) {
  const shell = SHELLS[step.shell ?? run.shell];
  const files = Object.fromEntries(["OUTPUT", "ENV", "PATH"].map((name) => [name, join(run.temp, `_${name}`)]));
  Object.values(files).forEach((file) => writeFileSync(file, ""));
  const script = join(run.temp, "_script.sh");
  writeFileSync(script, fill(step.run, scope));
  const own = Object.entries(process.env).filter(([name]) => !/^(GITHUB|RUNNER|FASHION_PIPELINE)_/.test(name));
  const log = openSync(run.log, "a");
  const [program, ...args] = shell(script);
  const { status, signal, error } = spawnSync(program, args, {
    cwd: resolve(run.workspace, step["working-directory"] ?? "."),
    stdio: ["ignore", log, log],
    timeout: 60_000 * (step["timeout-minutes"] ?? 360),
    env: {
      ...Object.fromEntries(own),
      CI: "true", GITHUB_ACTIONS: "true", GITHUB_ENV: files.ENV, GITHUB_EVENT_NAME: scope.github.event_name,
      GITHUB_EVENT_PATH: run.eventFile, GITHUB_OUTPUT: files.OUTPUT, GITHUB_PATH: files.PATH, GITHUB_REF: scope.github.ref,
      GITHUB_REPOSITORY: scope.github.repository, GITHUB_SERVER_URL: scope.github.server_url, GITHUB_SHA: run.sha,
      GITHUB_STEP_SUMMARY: run.summary, GITHUB_WORKFLOW: scope.github.workflow ?? "", GITHUB_WORKSPACE: run.workspace,
      RUNNER_ARCH: "X64", RUNNER_OS: "Linux", RUNNER_TEMP: run.temp,
      ...scope.env,
      PATH: [...run.paths, ...(run.path ? [resolve(run.path)] : []), process.env.PATH].join(":"),
    },
  });
  closeSync(log);
  Object.assign(run.added, readPairs(files.ENV));
  run.paths.unshift(...(existsSync(files.PATH) ? readFileSync(files.PATH, "utf8").split("\n").filter(Boolean) : []));
  return { code: status ?? 1, outputs: readPairs(files.OUTPUT), note: error?.message ?? signal ?? undefined };
}

// name=value, or name<<END, lines, END.
function readPairs(file) {
  const [pairs, lines] = [{}, readFileSync(file, "utf8").split("\n")];
  for (let at = 0; at < lines.length; at++) {
    const [, name, sign, rest] = lines[at].match(/^([^=<]+)(=|<<)(.*)$/) ?? [];
    if (sign === "=") {
      pairs[name] = rest;
    } else if (sign === "<<") {
      const end = lines.indexOf(rest, at + 1);
      pairs[name] = lines.slice(at + 1, end).join("\n");
      at = end;
    }
  }
  return pairs;
}

const texts = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? "")]));
