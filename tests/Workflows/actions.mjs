// Those of GitHub's actions that a rehearsal needs, done with folders. Each returns { code, outputs, note }.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { findFiles } from "./files.mjs";

const lines = (text) => String(text ?? "").split("\n").map((line) => line.trim()).filter(Boolean);

export const emulated = {
  "actions/checkout": ({ input, job }) => {
    // A clone as shallow as on GitHub: a workflow that needs more of the history has to ask for it.
    const depth = Number(input["fetch-depth"] ?? 1);
    const git = (...args) => execFileSync("git", args, { cwd: job.workspace, stdio: "pipe", env: { ...process.env, ...ANY_COMMIT } });
    git("init", "--quiet", "--initial-branch", "main");
    git("fetch", "--quiet", ...(depth > 0 ? ["--depth", String(depth)] : []), pathToFileURL(job.source).href, job.sha);
    git("checkout", "--quiet", "--detach", "FETCH_HEAD");
    return { code: 0 };
  },
  "actions/setup-dotnet": () => ({ code: 0, note: "the SDK of this machine" }),
  "actions/upload-artifact": ({ input, job }) => {
    const { files, root } = findFiles(job.workspace, lines(input.path), String(input["include-hidden-files"]) === "true");
    const target = join(job.artifacts, input.name);
    if (files.length === 0) {
      return { code: input["if-no-files-found"] === "error" ? 1 : 0, note: `no files in ${lines(input.path).join(", ")}` };
    }
    if (existsSync(target)) {
      return { code: 1, note: `there is an artifact ${input.name} already` };
    }
    files.forEach((file) => copy(file, join(target, relative(root, file))));
    return { code: 0, note: `${input.name}: ${files.length} files from ${relative(job.workspace, root) || "."}` };
  },
  "actions/download-artifact": ({ input, job }) => {
    const all = existsSync(job.artifacts) ? readdirSync(job.artifacts).sort() : [];
    const wish = new RegExp(`^${(input.pattern ?? "*").replace(/[.+^${}()|\\]/g, "\\$&").replaceAll("*", ".*")}$`);
    const names = all.filter((name) => input.name === undefined ? wish.test(name) : name === input.name);
    if (names.length === 0) {
      return { code: input.name === undefined ? 0 : 1, note: `there is no artifact ${input.name ?? input.pattern}` };
    }
    const path = resolve(job.workspace, input.path ?? ".");
    const isFlat = input.name !== undefined || names.length === 1 || String(input["merge-multiple"]) === "true";
    names.forEach((name) => copy(join(job.artifacts, name), isFlat ? path : join(path, name)));
    return { code: 0, note: names.join(", ") };
  },
  "actions/cache/restore": ({ input, job }) => {
    const outputs = { "cache-primary-key": input.key, "cache-hit": "true" };
    const inside = inWorkspace(input.path, job);
    if (inside === undefined) {
      return { code: 0, outputs, note: `${input.path} of this machine` };
    }
    const kept = join(job.cache, input.key);
    if (!existsSync(kept)) {
      return { code: 0, outputs: { ...outputs, "cache-hit": "" }, note: "nothing under this key" };
    }
    copy(kept, inside);
    return { code: 0, outputs, note: input.key };
  },
  "actions/cache/save": ({ input, job }) => {
    const inside = inWorkspace(input.path, job);
    if (inside === undefined || !existsSync(inside)) {
      return { code: 0, note: `no ${input.path} in the clone` };
    }
    copy(inside, join(job.cache, input.key));
    return { code: 0, note: input.key };
  },
};

// Asked by git of the repository that it fetches from, which is ours.
const ANY_COMMIT = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "uploadpack.allowAnySHA1InWant", GIT_CONFIG_VALUE_0: "true" };

function inWorkspace(path, job) {
  const full = resolve(job.workspace, path);
  return path.startsWith("~") || !full.startsWith(job.workspace) ? undefined : full;
}

// Like an archive that is unpacked: the files are as old as now.
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}
