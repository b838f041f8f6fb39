// Draws a recording as an animated SVG: node draw.mjs IN.cast OUT.svg
// Lines that look alike are drawn once and shown again; a frame is a set of lines that is visible for its time.
import { readFileSync, writeFileSync } from "node:fs";
import xterm from "@xterm/headless";

const [input, output] = process.argv.slice(2);
if (!output) {
  console.error("Type: node draw.mjs IN.cast OUT.svg");
  process.exit(2);
}

const framesASecond = 6;
const longestPause = 1.5;
const lastFrame = 4;
const [cell, line, margin] = [8.4, 18, 14];
const colours = ["#1e1e2e", "#f38ba8", "#a6e3a1", "#f9e2af", "#89b4fa", "#f5c2e7", "#94e2d5", "#cdd6f4"];
const [paper, ink, faint] = ["#1e1e2e", "#cdd6f4", "#45475a"];

const [header, ...events] = readFileSync(input, "utf8").trim().split("\n").map((text) => JSON.parse(text));
const terminal = new xterm.Terminal({ cols: header.width, rows: header.height, allowProposedApi: true, scrollback: 0 });
const frames = await readFrames();
writeFileSync(output, draw());

async function readFrames() {
  const frames = [];
  let [time, last] = [0, 0];
  for (const [at, , text] of events) {
    time += Math.min(at - last, longestPause);
    last = at;
    await new Promise((done) => terminal.write(text, done));
    const lines = Array.from({ length: header.height }, (_, row) => drawLine(terminal.buffer.active.getLine(row)));
    const before = frames.at(-1);
    if (before && time - before.time < 1 / framesASecond) {
      before.lines = lines;
    } else if (!before || before.lines.some((text, row) => text !== lines[row])) {
      frames.push({ time, lines });
    }
  }

  return frames;
}

// Runs of one colour, each as wide as its cells, so that no font moves anything.
function drawLine(buffer) {
  const runs = [];
  for (let column = 0; column < header.width; column++) {
    const one = buffer.getCell(column);
    const colour = one.isFgPalette() ? colours[one.getFgColor() % 8] ?? ink : one.isFgRGB() ? `#${one.getFgColor().toString(16).padStart(6, "0")}` : ink;
    const style = `${one.isFgPalette() && one.getFgColor() === 8 ? faint : colour}${one.isBold() ? " bold" : ""}`;
    const characters = one.getChars() || " ";
    if (runs.at(-1)?.style === style) {
      runs.at(-1).text += characters;
    } else {
      runs.push({ column, style, text: characters });
    }
  }

  return runs.filter((run) => run.text.trim()).map(({ column, style, text }) => {
    const [colour, weight] = style.split(" ");
    const start = column + text.length - text.trimStart().length;
    const shown = text.trim();
    return `<text x="${(start * cell).toFixed(1)}" textLength="${(shown.length * cell).toFixed(1)}"`
      + `${colour === ink ? "" : ` fill="${colour}"`}${weight ? ' font-weight="bold"' : ""}>${escape(shown)}</text>`;
  }).join("");
}

function draw() {
  const [width, height] = [header.width * cell + 2 * margin, header.height * line + 2 * margin];
  const seconds = frames.at(-1).time + lastFrame;
  const ids = new Map();
  frames.flatMap((frame) => frame.lines).filter(Boolean).forEach((text) => ids.has(text) || ids.set(text, `l${ids.size}`));
  const percent = (time) => `${((time / seconds) * 100).toFixed(3)}%`;
  const style = frames.map((frame, index) => {
    const [from, to] = [percent(frame.time), index + 1 < frames.length ? percent(frames[index + 1].time) : "100%"];
    const start = index === 0 ? "0%,0.001%" : `0%{visibility:hidden}${from}`;
    return `@keyframes f${index}{${start}{visibility:visible}${to}{visibility:${index + 1 < frames.length ? "hidden" : "visible"}}}`
      + `#f${index}{animation:f${index} ${seconds.toFixed(2)}s step-end infinite}`;
  }).join("\n");
  const body = frames.map((frame, index) => `<g id="f${index}" visibility="hidden">${frame.lines.map((text, row) =>
    text ? `<use href="#${ids.get(text)}" y="${row * line}"/>` : "").join("")}</g>`).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>The build program in a terminal</title>
<style>text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}
${style}</style>
<defs>${[...ids].map(([text, id]) => `<g id="${id}">${text}</g>`).join("\n")}</defs>
<rect width="100%" height="100%" rx="8" fill="${paper}"/>
<g fill="${ink}" transform="translate(${margin} ${margin + line - 5})">${body}</g>
</svg>
`;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
