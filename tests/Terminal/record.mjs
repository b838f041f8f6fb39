// Records a session in a terminal: node record.mjs SESSION.json OUT.cast [COLUMNS] [ROWS]
// SESSION holds steps: {"type": "./build.sh --help"}, with "interrupt": SECONDS for Ctrl-C after that long, or with "shown": WORDS to wait
// for on the screen before it. OUT is an asciicast of version 2 (https://docs.asciinema.org/manual/asciicast/v2/). Needs `script` and bash.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [session, out, columns = "80", rows = "24"] = process.argv.slice(2);
if (!out) {
  console.error("Type: node record.mjs SESSION.json OUT.cast [COLUMNS] [ROWS]");
  process.exit(2);
}

const secondsAKey = 0.03;
const secondsBetween = 1.2;
const events = [];
let clock = 0; // of the recording: typing takes no time here

const put = (seconds, text) => events.push([Number((clock += seconds).toFixed(3)), "o", text]);

for (const step of JSON.parse(readFileSync(session, "utf8"))) {
  put(secondsBetween, "\x1b[1;32m$\x1b[0m ");
  [...step.type].forEach((key) => put(secondsAKey, key));
  put(0.3, "\r\n");
  await run(step);
}

put(secondsBetween, "\x1b[1;32m$\x1b[0m ");
const header = { version: 2, width: Number(columns), height: Number(rows), env: { TERM: "xterm-256color" } };
writeFileSync(out, [header, ...events].map((line) => JSON.stringify(line) + "\n").join(""));

function run({ type, interrupt, shown }) {
  return new Promise((resolve) => {
    const command = `stty cols ${columns} rows ${rows} -echoctl; ${type}`;
    const terminal = spawn("script", ["-qefc", command, "/dev/null"], {
      env: { ...process.env, TERM: "xterm-256color", SHELL: "/bin/bash" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const start = performance.now();
    const from = clock;
    let text = "";
    let isStopping = false;
    terminal.stdout.setEncoding("utf8");
    terminal.stdout.on("data", (chunk) => {
      put(from + (performance.now() - start) / 1000 - clock, chunk);
      text += chunk;
      if (interrupt !== undefined && !isStopping && (shown === undefined || text.includes(shown))) {
        isStopping = true;
        setTimeout(() => terminal.stdin.write("\x03"), interrupt * 1000);
      }
    });
    terminal.on("close", resolve);
  });
}
