"use strict";

// A head sorts its column: ascending, then descending, then as the report has it.
for (const table of document.querySelectorAll("table.sorted")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  for (const [column, head] of heads.entries()) {
    const numeric = head.classList.contains("number");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const order = next[head.getAttribute("aria-sort")];
      heads.forEach(other => other.setAttribute("aria-sort", other === head ? order : "none"));
      body.append(...(order === "none" ? rows : sorted(rows, column, numeric, order === "ascending" ? 1 : -1)));
    });
  }
}

function sorted(rows, column, numeric, sign) {
  const text = row => row.cells[column].textContent.trim();
  const number = row => parseFloat(text(row).replaceAll(",", "").replaceAll("\u2212", "-").match(/[-+]?\d+(\.\d+)?(e[-+]?\d+)?/i)?.[0]);
  const compare = numeric
    ? (a, b) => Number.isNaN(number(a)) - Number.isNaN(number(b)) || sign * (number(a) - number(b))
    : (a, b) => sign * text(a).localeCompare(text(b), "en", { numeric: true });
  return [...rows].sort(compare);
}

// A value of a figure is shown at once under a pointer, and where a finger taps; without a script the browser shows the title, later.
const label = document.createElement("div");
label.id = "value";
label.hidden = true;
document.body.append(label);
for (const shape of document.querySelectorAll(".values *:has(title)")) {
  const title = shape.querySelector("title");
  shape.dataset.value = title.textContent;
  title.remove();
}

function show(shape, x, y) {
  const value = shape?.dataset?.value;
  label.hidden = !value;
  if (value) {
    label.textContent = value;
    const room = document.documentElement.clientWidth - label.offsetWidth - 8;
    label.style.left = `${Math.max(8, Math.min(x + 12, room)) + window.scrollX}px`;
    const above = y - label.offsetHeight - 12;
    label.style.top = `${(above > 0 ? above : y + 20) + window.scrollY}px`;
  }
}

document.addEventListener("pointermove", event => show(event.target, event.clientX, event.clientY));
document.addEventListener("pointerdown", event => show(event.target, event.clientX, event.clientY));

// With the keyboard, arrows go from one value of a figure to the next.
label.setAttribute("role", "status");
for (const svg of document.querySelectorAll("svg:has([data-value])")) {
  const shapes = [...svg.querySelectorAll("[data-value]")];
  let current = -1;
  svg.tabIndex = 0;
  svg.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      shapes[current]?.classList.remove("current");
      current = (Math.max(current, step === 1 ? -1 : 0) + step + shapes.length) % shapes.length;
      shapes[current].classList.add("current");
      const box = shapes[current].getBoundingClientRect();
      show(shapes[current], box.right, box.top);
    } else if (event.key === "Enter") {
      shapes[current]?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
  });
  svg.addEventListener("blur", () => {
    shapes[current]?.classList.remove("current");
    label.hidden = true;
  });
}

// The images behind a cell of the confusion matrix.
const data = document.getElementById("mistakes");
if (data) {
  const { width, height, columns, names, cells } = JSON.parse(data.textContent);
  const explorer = document.querySelector(".explorer");
  const choice = explorer.querySelector("select");
  const list = explorer.querySelector("ul");
  let place = 0;
  const starts = cells.map(cell => (place += cell[3].length) - cell[3].length);
  choice.append(...cells.map(([truth, predicted, count], i) => new Option(`${names[truth]} taken for ${names[predicted]} (${count})`, i)));
  const fill = () => {
    const [truth, predicted, , images] = cells[choice.value];
    list.replaceChildren(...images.map(([image, probability], i) => {
      const item = document.createElement("li");
      const picture = document.createElement("div");
      const number = starts[choice.value] + i;
      picture.className = "mistake";
      picture.style.width = `${width}px`;
      picture.style.height = `${height}px`;
      picture.style.backgroundPosition = `${-(number % columns) * width}px ${-Math.floor(number / columns) * height}px`;
      const text = document.createElement("span");
      text.textContent = `Image ${image}: ${names[truth]}, predicted ${names[predicted]} with ${probability === 1 ? "over 99.99" : (100 * probability).toFixed(2)}%`;
      item.append(picture, text);
      return item;
    }));
  };
  choice.addEventListener("change", fill);
  document.querySelector("figure[data-name=confusion-matrix]").addEventListener("click", event => {
    const value = (event.target.dataset?.value ?? "").match(/\[(\d+)\], Predicted class .*\[(\d+)\]: /) ?? [];
    const [truth, predicted] = value.slice(1);
    const found = cells.findIndex(([one, other]) => `${one}/${other}` === `${truth}/${predicted}`);
    if (found >= 0) {
      choice.value = found;
      fill();
      explorer.scrollIntoView({ block: "nearest" });
    }
  });
  explorer.hidden = false;
  fill();
}
